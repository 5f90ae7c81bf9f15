namespace BillingActors.Domain.Rating.Prices;

/// <summary>One step of a price with the limit it has for the days in question.</summary>
/// <param name="Until">Upper limit, counted from zero; the greatest decimal for the last.</param>
/// <param name="Price">Price of a unit.</param>
/// <param name="Fee">Flat fee, once the step is reached.</param>
/// <param name="Tier">Number of the tier; null for a flat price.</param>
internal readonly record struct Band(decimal Until, decimal Price, decimal Fee, string? Tier);
