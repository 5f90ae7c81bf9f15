namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>One step of a tiered price.</summary>
/// <param name="Price">Price of a unit in this step.</param>
/// <param name="UpTo">Upper limit, counted from zero; absent for the last step.</param>
/// <param name="Width">Width of the step, in place of its limit.</param>
/// <param name="Fee">Flat fee, once the step is reached.</param>
[GenerateSerializer, Immutable, Alias("tariff-tier")]
public sealed record TierDocument(
    [property: Id(0)] decimal Price,
    [property: Id(1)] decimal? UpTo = null,
    [property: Id(2)] decimal? Width = null,
    [property: Id(3)] decimal? Fee = null);
