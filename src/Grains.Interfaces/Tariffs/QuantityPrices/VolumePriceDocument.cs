using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Tariffs.QuantityPrices;

/// <summary>The step the whole quantity reaches prices all of it.</summary>
/// <param name="Steps">The steps in rising order; the last has no limit.</param>
/// <param name="Limit">To which step a quantity exactly at a limit belongs: inclusive or exclusive.</param>
[GenerateSerializer, Immutable, Alias("tariff-price-volume")]
public sealed record VolumePriceDocument(
    [property: Id(0)] ImmutableArray<PriceStepDocument> Steps,
    [property: Id(1)] string Limit = "inclusive") : PriceDocument;
