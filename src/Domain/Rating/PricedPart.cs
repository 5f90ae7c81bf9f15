namespace BillingActors.Domain.Rating;

/// <summary>A part of a quantity with its price.</summary>
/// <param name="Quantity">Exact quantity.</param>
/// <param name="Price">Price of one unit.</param>
/// <param name="Tier">Number of the tier, or null.</param>
/// <param name="TimeOfUse">Name of the period, or null.</param>
/// <param name="IsFee">Whether it is the flat fee of a tier, not a part of the quantity.</param>
internal readonly record struct PricedPart(
    decimal Quantity, decimal Price, string? Tier, string? TimeOfUse, bool IsFee = false);
