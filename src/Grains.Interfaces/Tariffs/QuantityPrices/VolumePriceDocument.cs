using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Tariffs.QuantityPrices;

/// <summary>The step the whole quantity reaches prices all of it.</summary>
/// <param name="Steps">The steps in rising order; the last has no limit.</param>
/// <param name="Limit">inclusive or exclusive: the step of a quantity at a limit; absent: as tier-limit says.</param>
[GenerateSerializer, Immutable, Alias("tariff-price-volume")]
public sealed record VolumePriceDocument(
    [property: Id(0)] ImmutableArray<PriceStepDocument> Steps,
    [property: Id(1)] string? Limit = null) : PriceDocument;
