using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Tariffs.QuantityPrices;

/// <summary>One price for several things at once: the first step that holds them all.</summary>
/// <param name="Steps">The steps in rising order; the last has no limits.</param>
/// <param name="By">The field that tells the things apart; "name" is the name of the event.</param>
[GenerateSerializer, Immutable, Alias("tariff-price-capacity")]
public sealed record CapacityPriceDocument(
    [property: Id(0)] ImmutableArray<CapacityStepDocument> Steps,
    [property: Id(1)] string By = "name") : PriceDocument;
