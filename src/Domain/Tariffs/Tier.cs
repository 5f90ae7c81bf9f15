namespace BillingActors.Domain.Tariffs;

/// <summary>One step of a tiered price.</summary>
/// <param name="UpTo">Upper limit, counted from zero, in units per span; null for the last step.</param>
/// <param name="Price">Price of a unit in this step.</param>
/// <param name="Fee">Flat fee, once the step is reached.</param>
public sealed record Tier(decimal? UpTo, decimal Price, decimal Fee = 0m);
