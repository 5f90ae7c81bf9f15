using System.Collections.Immutable;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Collections;

/// <summary>Simple interest on late payment: actual days over a year of 365 or 360 days.</summary>
/// <param name="Rates">Rates by first day, rising; before the first there is no interest.</param>
/// <param name="DayBasis">365 or 360.</param>
/// <param name="MinimumMinor">Less than this is not charged yet.</param>
/// <param name="EveryDays">Days between two charges.</param>
/// <param name="PayWithinDays">Days to pay it in.</param>
/// <param name="LumpSumMinor">Lump sum for each item paid late, where the law gives one.</param>
public sealed record InterestRule(
    ImmutableArray<InterestRate> Rates,
    int DayBasis,
    long MinimumMinor,
    int EveryDays,
    int PayWithinDays,
    long LumpSumMinor = 0)
{
    /// <summary>
    /// Lump sums by what of an item was late, rising by limit, where the law has them so; on top of the other.
    /// </summary>
    public ImmutableArray<FeeStep> LumpSums { get; init; } = [];

    /// <summary>The lump sum of an item of which so much was late.</summary>
    public long LumpSumOf(Money late) => LumpSumMinor + FeeStep.Of(LumpSums, late);
}
