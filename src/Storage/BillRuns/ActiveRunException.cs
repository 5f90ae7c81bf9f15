namespace BillingActors.Storage.BillRuns;

/// <summary>The cycle has another run that is not closed or cancelled.</summary>
public sealed class ActiveRunException(string otherRunId)
    : Exception($"Bill run {otherRunId} of the cycle is not closed yet.")
{
    /// <summary>The run in the way.</summary>
    public string OtherRunId { get; } = otherRunId;
}
