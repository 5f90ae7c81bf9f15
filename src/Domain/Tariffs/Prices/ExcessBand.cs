namespace BillingActors.Domain.Tariffs.Prices;

/// <summary>A band of an excess: how far the use lies beyond what is free.</summary>
/// <param name="UpTo">Upper limit in percent of the other charge's quantity; null for the last band.</param>
/// <param name="Price">Price of a unit in the band.</param>
public sealed record ExcessBand(decimal? UpTo, decimal Price);
