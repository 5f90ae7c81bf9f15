
namespace BillingActors.Grains.BillRuns;

/// <summary>One range of accounts of a bill run, keyed "run/number"; it pages through them in key order.</summary>
[Alias("bill-run-partition")]
internal interface IBillRunPartitionGrain : IGrainWithStringKey
{
    /// <summary>Calculates drafts for a slice of time from the last checkpoint on.</summary>
    [Alias("calculate")]
    Task<PartitionProgress> Calculate(PartitionWork work, CancellationToken cancellation);

    /// <summary>Issues drafts for a slice of time from the last checkpoint on.</summary>
    [Alias("release")]
    Task<PartitionProgress> Release(PartitionWork work, CancellationToken cancellation);

    /// <summary>Calculates for a slice of time from a key on, and stores nothing.</summary>
    [Alias("dry-run")]
    Task<DryRunSlice> DryRun(PartitionWork work, string afterKey, CancellationToken cancellation);

    /// <summary>Calculates one account again.</summary>
    [Alias("recalculate")]
    Task Recalculate(PartitionWork work, string accountKey, CancellationToken cancellation);
}
