namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>One step of a tiered price.</summary>
/// <param name="Price">Price of a unit in this step.</param>
/// <param name="UpTo">Upper limit, counted from zero; absent for the last step.</param>
[GenerateSerializer, Immutable, Alias("tariff-tier")]
public sealed record TierDocument([property: Id(0)] decimal Price, [property: Id(1)] decimal? UpTo = null);
