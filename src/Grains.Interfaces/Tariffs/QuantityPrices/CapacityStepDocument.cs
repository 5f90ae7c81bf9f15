using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Tariffs.QuantityPrices;

/// <summary>One step of a price for several things at once.</summary>
/// <param name="Price">What the step costs.</param>
/// <param name="UpTo">Limits by thing, each inclusive; absent for the last step.</param>
[GenerateSerializer, Immutable, Alias("tariff-price-capacity-step")]
public sealed record CapacityStepDocument(
    [property: Id(0)] decimal Price,
    [property: Id(1)] ImmutableSortedDictionary<string, decimal>? UpTo = null);
