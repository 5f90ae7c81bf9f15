namespace BillingActors.Domain.Tariffs.Prices;

/// <summary>A block of hours of use.</summary>
/// <param name="UpTo">Upper limit in units per unit of demand, counted from zero; null for the last block.</param>
/// <param name="Price">
/// Price in the block: flat, or in tiers of units, whose limits are counted from zero over all blocks.
/// </param>
public sealed record HoursUseBlock(decimal? UpTo, PriceModel Price);
