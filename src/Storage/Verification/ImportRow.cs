namespace BillingActors.Storage.Verification;

/// <summary>An import with its counts, and what its batches and worklist rows come to.</summary>
internal sealed record ImportRow(
    string Id,
    string State,
    long RecordCount,
    long AccountedCount,
    long RejectedCount,
    long StagedCount,
    long WorkedCount,
    long WaitingBatchCount,
    long WorklistCount)
{
    /// <summary>Whether its records have or get their effect.</summary>
    public bool IsAccepted => State is "accepted" or "working" or "done";

    /// <summary>Whether something of it is left to do.</summary>
    public bool IsUnderWay => State is "accepted" or "working";
}
