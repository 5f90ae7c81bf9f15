using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Tariffs.QuantityPrices;

/// <summary>The step the whole quantity reaches costs its price once.</summary>
/// <param name="Steps">The steps in rising order; the last has no limit.</param>
/// <param name="Limit">inclusive or exclusive: the step of a quantity at a limit; absent: as tier-limit says.</param>
[GenerateSerializer, Immutable, Alias("tariff-price-stairstep")]
public sealed record StairstepPriceDocument(
    [property: Id(0)] ImmutableArray<PriceStepDocument> Steps,
    [property: Id(1)] string? Limit = null) : PriceDocument;
