using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Charging;

/// <summary>What a contract used in a bill period.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">End day, exclusive.</param>
/// <param name="IsBilled">Whether it is billed.</param>
/// <param name="Sums">What its records have come to.</param>
/// <param name="LateSums">What came after it was billed and is on no bill yet.</param>
[GenerateSerializer, Immutable, Alias("usage-period-view")]
public sealed record UsagePeriodView(
    [property: Id(0)] DateOnly From,
    [property: Id(1)] DateOnly Until,
    [property: Id(2)] bool IsBilled,
    [property: Id(3)] ImmutableArray<UsageSumView> Sums,
    [property: Id(4)] ImmutableArray<UsageSumView> LateSums);
