namespace BillingActors.Storage.BillRuns;

/// <summary>Somebody else moved the run first: it must be read again.</summary>
public sealed class StaleRunException(string runId) : Exception($"Bill run {runId} was moved by somebody else.")
{
    /// <summary>The run.</summary>
    public string RunId { get; } = runId;
}
