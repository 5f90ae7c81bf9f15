using System.Collections.Immutable;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Charging;

/// <summary>The records of a batch that belong to one contract and one bill period.</summary>
/// <param name="ContractId">The contract.</param>
/// <param name="Period">The bill period of the cycle.</param>
/// <param name="IsLate">Whether the period was billed already; the records then go on the next bill.</param>
/// <param name="Records">The records, in the order in which they began.</param>
public sealed record UsagePart(string ContractId, Period Period, bool IsLate, ImmutableArray<RatedUsage> Records)
{
    /// <summary>Allowances and connections after them; null: as they were.</summary>
    public UsageBalances? Balances { get; init; }
}
