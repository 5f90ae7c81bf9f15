namespace BillingActors.Grains.Ingestion;

/// <summary>
/// Gives the records of one stream namespace their effect. Delivery is at least once, in the order of the partition,
/// and never two calls for one subject at a time; the effect is once because the consumer recognises a record by its
/// source and id (or its offset). How records are grouped into calls may differ when they are delivered again, so a
/// command id must come from what the call carries, never from the group.
/// </summary>
internal interface IStreamConsumer
{
    /// <summary>Name of the stream, as records were appended under.</summary>
    string Namespace { get; }

    /// <summary>
    /// One call with all records of a subject that wait; answers one verdict per record in their order, once every
    /// effect is durable. A fault is tried again a few times, then the records go to quarantine.
    /// </summary>
    Task<IReadOnlyList<RecordVerdict>> Deliver(
        string subject, IReadOnlyList<DeliveredRecord> records, CancellationToken cancellation);
}
