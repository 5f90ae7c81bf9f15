using System.Collections.Immutable;

namespace BillingActors.Grains.BillRuns;

/// <summary>What a partition is to work on; it comes from the run's own events.</summary>
/// <param name="RunId">Bill run.</param>
/// <param name="EntityId">Legal entity.</param>
/// <param name="CycleId">Bill cycle.</param>
/// <param name="Until">End of the period, exclusive.</param>
/// <param name="Number">Partition.</param>
/// <param name="AfterKey">Exclusive lower bound.</param>
/// <param name="ThroughKey">Inclusive upper bound; empty for none.</param>
/// <param name="AccountIds">A selection; empty for the whole cycle.</param>
/// <param name="IssueOn">Date of the invoices, for a release.</param>
/// <param name="ReleasedBy">Who released.</param>
[GenerateSerializer, Immutable, Alias("partition-work")]
internal sealed record PartitionWork(
    [property: Id(0)] string RunId,
    [property: Id(1)] string EntityId,
    [property: Id(2)] string CycleId,
    [property: Id(3)] DateOnly Until,
    [property: Id(4)] int Number,
    [property: Id(5)] string AfterKey,
    [property: Id(6)] string ThroughKey,
    [property: Id(7)] ImmutableArray<string> AccountIds,
    [property: Id(8)] DateOnly? IssueOn = null,
    [property: Id(9)] string ReleasedBy = "")
{
    /// <summary>Currency of the accounts.</summary>
    [Id(10)]
    public string Currency { get; init; } = "";
}
