namespace BillingActors.Domain.Tariffs.QuantityPrices;

/// <summary>One step of a price by quantity.</summary>
/// <param name="UpTo">Upper limit, counted from zero; null for the last step.</param>
/// <param name="Price">Price of a unit, or of the whole step in a stairstep.</param>
/// <param name="Fee">Flat fee of the step.</param>
/// <param name="Size">Units of a block with the price, a started one is a whole one; null: each unit has it.</param>
public sealed record PriceStep(decimal? UpTo, decimal Price, decimal Fee = 0m, decimal? Size = null)
{
    /// <summary>Least that what is in the step costs once it is reached, its fee apart; null: no limit.</summary>
    public decimal? Least { get; init; }

    /// <summary>Most that what is in the step costs, its fee apart; null: no limit.</summary>
    public decimal? Most { get; init; }
}
