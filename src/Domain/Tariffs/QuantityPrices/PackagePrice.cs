namespace BillingActors.Domain.Tariffs.QuantityPrices;

/// <summary>A price for each package of units, after some units that are free.</summary>
/// <param name="Size">Units of a package.</param>
/// <param name="Price">Price of a package.</param>
/// <param name="Free">Units that cost nothing.</param>
/// <param name="Rounding">What a started package costs.</param>
public sealed record PackagePrice(decimal Size, decimal Price, decimal Free, PackageRounding Rounding) : PriceModel;
