namespace BillingActors.Domain.Rating.Events;

/// <summary>A part of a quantity that has one price.</summary>
/// <param name="Quantity">Exact quantity.</param>
/// <param name="Price">Price of one unit.</param>
/// <param name="Amount">Exact amount.</param>
/// <param name="Tier">Which step or row, or null.</param>
/// <param name="Unit">Unit where it is not that of the charge, such as "package".</param>
internal readonly record struct QuantityPart(
    decimal Quantity, decimal Price, decimal Amount, string? Tier, string? Unit)
{
    /// <summary>A part that costs quantity times price.</summary>
    public static QuantityPart Of(decimal quantity, decimal price, string? tier = null, string? unit = null) =>
        new(quantity, price, quantity * price, tier, unit);
}
