using System.Collections.Immutable;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Charging;

/// <summary>Records of a contract and bill period as they came, kept until long after the bill.</summary>
/// <param name="ContractId">The contract.</param>
/// <param name="Period">The bill period.</param>
/// <param name="Records">The records.</param>
public sealed record UsageKept(string ContractId, Period Period, ImmutableArray<UsageRecord> Records)
{
    /// <summary>Whether the period was billed when they came.</summary>
    public bool IsLate { get; init; }

    /// <summary>Version of the account at which they came; 0 before they are stored.</summary>
    public long Version { get; init; }
}
