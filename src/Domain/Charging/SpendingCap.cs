using System.Collections.Immutable;

namespace BillingActors.Domain.Charging;

/// <summary>How much may be used until the next bill.</summary>
/// <param name="ContractId">The contract; empty: all of the account together.</param>
/// <param name="AmountMinor">The most, in minor units.</param>
/// <param name="Policy">What happens when it is reached.</param>
/// <param name="Percents">At which percents of it somebody is told, in order.</param>
public sealed record SpendingCap(
    string ContractId, long AmountMinor, SpendingCapPolicy Policy, ImmutableArray<int> Percents)
{
    /// <summary>The percents where nobody says others.</summary>
    public static ImmutableArray<int> UsualPercents { get; } = [50, 80, 100];
}
