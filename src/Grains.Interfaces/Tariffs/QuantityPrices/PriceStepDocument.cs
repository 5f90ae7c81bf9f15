namespace BillingActors.Grains.Interfaces.Tariffs.QuantityPrices;

/// <summary>One step of a price by quantity.</summary>
/// <param name="Price">Price of a unit, of the whole step in a stairstep, or percent.</param>
/// <param name="UpTo">Upper limit, counted from zero; absent for the last step.</param>
/// <param name="Width">Units of the step, instead of its limit.</param>
/// <param name="Fee">Flat fee of the step.</param>
/// <param name="Size">Units of a block that has the price; a started block is a whole one. Absent: each unit.</param>
/// <param name="Least">Least that use in the step costs, without its fee. Absent: no limit.</param>
/// <param name="Most">Most that use in the step costs, without its fee. Absent: no limit.</param>
[GenerateSerializer, Immutable, Alias("tariff-price-step")]
public sealed record PriceStepDocument(
    [property: Id(0)] decimal Price,
    [property: Id(1)] decimal? UpTo = null,
    [property: Id(2)] decimal? Width = null,
    [property: Id(3)] decimal? Fee = null,
    [property: Id(4)] decimal? Size = null,
    [property: Id(5)] decimal? Least = null,
    [property: Id(6)] decimal? Most = null);
