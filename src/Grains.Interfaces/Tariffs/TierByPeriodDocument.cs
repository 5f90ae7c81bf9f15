using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>One step of a tiered price whose price depends on the period of the calendar.</summary>
/// <param name="Prices">One flat price per period.</param>
/// <param name="UpTo">Upper limit, counted from zero; absent for the last step.</param>
[GenerateSerializer, Immutable, Alias("tariff-tier-by-period")]
public sealed record TierByPeriodDocument(
    [property: Id(0)] ImmutableArray<PeriodPriceDocument> Prices,
    [property: Id(1)] decimal? UpTo = null);
