namespace BillingActors.Domain.Tariffs.QuantityPrices;

/// <summary>A percentage of the amounts of events, such as payments, with a fixed part for each event.</summary>
/// <param name="Percent">Percent of the amount.</param>
/// <param name="Fixed">Price of each event that is not free.</param>
/// <param name="FreeAmount">Amount that is free, from the first event on; null: no such limit.</param>
/// <param name="FreeEvents">Events that are free, from the first on; null: no such limit.</param>
/// <param name="Least">Least an event costs that is not free.</param>
/// <param name="Most">Most an event costs.</param>
public sealed record PercentagePrice(
    decimal Percent, decimal Fixed, decimal? FreeAmount, int? FreeEvents, decimal? Least, decimal? Most) : PriceModel;
