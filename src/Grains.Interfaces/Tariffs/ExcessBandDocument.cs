namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>A band of an excess.</summary>
/// <param name="Price">Price of a unit in the band.</param>
/// <param name="UpTo">Upper limit of all use, in percent of the other charge's quantity; absent for the last.</param>
[GenerateSerializer, Immutable, Alias("tariff-excess-band")]
public sealed record ExcessBandDocument(
    [property: Id(0)] decimal Price,
    [property: Id(1)] decimal? UpTo = null);
