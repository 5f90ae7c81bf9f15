using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.BillRuns;

/// <summary>Plans a bill run for a period of a cycle, whole or for a selection of accounts.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="CycleId">Bill cycle.</param>
/// <param name="Until">End of the period, exclusive: a boundary of the cycle's calendar.</param>
/// <param name="AccountIds">A selection of accounts; empty for the whole cycle.</param>
/// <param name="PartitionCount">Partitions worked side by side, 1 to 64; 0 lets the engine choose.</param>
/// <param name="Currency">Only accounts in this currency; null: that of the legal entity.</param>
[GenerateSerializer, Immutable, Alias("plan-run")]
public sealed record PlanRun(
    [property: Id(0)] string EntityId,
    [property: Id(1)] string CycleId,
    [property: Id(2)] DateOnly Until,
    [property: Id(3)] ImmutableArray<string> AccountIds,
    [property: Id(4)] int PartitionCount = 0,
    [property: Id(5)] string? Currency = null);
