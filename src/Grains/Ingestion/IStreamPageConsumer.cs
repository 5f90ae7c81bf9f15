namespace BillingActors.Grains.Ingestion;

/// <summary>
/// A consumer that stores the effects of many subjects together: where each has few records, a transaction for each
/// would cost more than all the rest.
/// </summary>
internal interface IStreamPageConsumer : IStreamConsumer
{
    /// <summary>Subjects of one call at the most.</summary>
    int SubjectCountMax { get; }

    /// <summary>
    /// One call with all records of some subjects that wait; answers the verdicts of each, once every effect is
    /// durable. After a fault every subject of the page is delivered alone, so that one cannot hold its neighbours.
    /// </summary>
    Task<IReadOnlyList<IReadOnlyList<RecordVerdict>>> DeliverPage(
        IReadOnlyList<SubjectRecords> page, CancellationToken cancellation);
}
