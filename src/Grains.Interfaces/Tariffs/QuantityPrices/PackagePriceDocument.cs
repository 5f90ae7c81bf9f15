namespace BillingActors.Grains.Interfaces.Tariffs.QuantityPrices;

/// <summary>A price for each package of units.</summary>
/// <param name="Size">Units of a package.</param>
/// <param name="Price">Price of a package.</param>
/// <param name="Free">Units that cost nothing.</param>
/// <param name="Rounding">What a started package is: up, a whole one; down, nothing.</param>
[GenerateSerializer, Immutable, Alias("tariff-price-package")]
public sealed record PackagePriceDocument(
    [property: Id(0)] decimal Size,
    [property: Id(1)] decimal Price,
    [property: Id(2)] decimal? Free = null,
    [property: Id(3)] string Rounding = "up") : PriceDocument;
