namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>The price of one period of a calendar.</summary>
/// <param name="Period">Name of the period.</param>
/// <param name="Price">Its price.</param>
[GenerateSerializer, Immutable, Alias("tariff-period-price")]
public sealed record PeriodPriceDocument([property: Id(0)] string Period, [property: Id(1)] PriceDocument Price);
