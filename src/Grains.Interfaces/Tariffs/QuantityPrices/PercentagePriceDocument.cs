namespace BillingActors.Grains.Interfaces.Tariffs.QuantityPrices;

/// <summary>A percentage of the amounts of events.</summary>
/// <param name="Percent">Percent of the amount.</param>
/// <param name="Fixed">Price of each event that is not free.</param>
/// <param name="FreeAmount">Amount that is free.</param>
/// <param name="FreeEvents">Events that are free.</param>
/// <param name="Least">Least an event costs.</param>
/// <param name="Most">Most an event costs.</param>
[GenerateSerializer, Immutable, Alias("tariff-price-percentage")]
public sealed record PercentagePriceDocument(
    [property: Id(0)] decimal Percent,
    [property: Id(1)] decimal? Fixed = null,
    [property: Id(2)] decimal? FreeAmount = null,
    [property: Id(3)] int? FreeEvents = null,
    [property: Id(4)] decimal? Least = null,
    [property: Id(5)] decimal? Most = null) : PriceDocument;
