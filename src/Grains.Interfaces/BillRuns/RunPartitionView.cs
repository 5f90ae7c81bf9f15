namespace BillingActors.Grains.Interfaces.BillRuns;

/// <summary>How far one range of accounts of a run is in the current stage.</summary>
/// <param name="Number">Number, from 0.</param>
/// <param name="WorkedCount">Accounts looked at.</param>
/// <param name="ShareCount">About how many it has: ranges are cut to be about equal.</param>
/// <param name="IsDone">Whether it is complete.</param>
[GenerateSerializer, Immutable, Alias("run-partition-view")]
public sealed record RunPartitionView(
    [property: Id(0)] int Number,
    [property: Id(1)] long WorkedCount,
    [property: Id(2)] long ShareCount,
    [property: Id(3)] bool IsDone);
