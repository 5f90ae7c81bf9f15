using System.Collections.Immutable;
using BillingActors.Domain.BillRuns;

namespace BillingActors.Storage.BillRuns;

/// <summary>Which accounts a partition looks at.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="CycleId">Bill cycle.</param>
/// <param name="Currency">Currency of the accounts.</param>
/// <param name="Partition">Range of keys.</param>
/// <param name="AccountIds">A selection; empty for the whole cycle.</param>
public sealed record RunRange(
    string EntityId, string CycleId, string Currency, RunPartition Partition, ImmutableArray<string> AccountIds);
