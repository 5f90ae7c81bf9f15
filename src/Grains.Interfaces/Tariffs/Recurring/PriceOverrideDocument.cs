namespace BillingActors.Grains.Interfaces.Tariffs.Recurring;

/// <summary>A price of a contract that goes over that of its tariff.</summary>
/// <param name="Charge">Code of the charge.</param>
/// <param name="Price">The price.</param>
/// <param name="From">First day; absent: from the start.</param>
/// <param name="Until">Day it ends, exclusive; absent: never.</param>
[GenerateSerializer, Immutable, Alias("price-override")]
public sealed record PriceOverrideDocument(
    [property: Id(0)] string Charge,
    [property: Id(1)] PriceDocument Price,
    [property: Id(2)] DateOnly? From = null,
    [property: Id(3)] DateOnly? Until = null);
