using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Collections;

/// <summary>Simple interest on late payment.</summary>
/// <param name="Rates">Rates, rising by first day.</param>
/// <param name="DayBasis">365 or 360.</param>
/// <param name="MinimumMinor">Less than this is not charged yet.</param>
/// <param name="EveryDays">Days between two charges.</param>
/// <param name="PayWithinDays">Days to pay it in.</param>
/// <param name="LumpSumMinor">Lump sum for each item paid late.</param>
/// <param name="LumpSums">Lump sums by what of an item was late, rising by limit; on top of the other.</param>
[GenerateSerializer, Immutable, Alias("interest-record")]
public sealed record InterestRecord(
    [property: Id(0)] ImmutableArray<InterestRateRecord> Rates,
    [property: Id(1)] int DayBasis,
    [property: Id(2)] long MinimumMinor,
    [property: Id(3)] int EveryDays,
    [property: Id(4)] int PayWithinDays,
    [property: Id(5)] long LumpSumMinor = 0,
    [property: Id(6)] ImmutableArray<FeeStepRecord>? LumpSums = null);
