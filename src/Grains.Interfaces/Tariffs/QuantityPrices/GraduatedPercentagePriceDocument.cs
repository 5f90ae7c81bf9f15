using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Tariffs.QuantityPrices;

/// <summary>Each step takes its percentage of the part of the amount that lies in it.</summary>
/// <param name="Steps">The steps in rising order; the last has no limit.</param>
/// <param name="Limit">inclusive or exclusive: the step of a quantity at a limit; absent: as tier-limit says.</param>
[GenerateSerializer, Immutable, Alias("tariff-price-graduated-percentage")]
public sealed record GraduatedPercentagePriceDocument(
    [property: Id(0)] ImmutableArray<PriceStepDocument> Steps,
    [property: Id(1)] string? Limit = null) : PriceDocument;
