namespace BillingActors.Domain.Tariffs;

/// <summary>The price of one time-of-use period.</summary>
/// <param name="Period">Name of the period, such as "peak".</param>
/// <param name="Price">Its price, flat or in tiers.</param>
public sealed record PeriodPrice(string Period, PriceModel Price);
