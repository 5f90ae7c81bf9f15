namespace BillingActors.Domain.Tariffs.Metered;

/// <summary>How many times a price applies: a number of items, or kW of the contract.</summary>
/// <param name="Number">The number, where it is the same for all.</param>
/// <param name="Option">Name of the contract's setting with the number, such as "items".</param>
/// <param name="Unit">What is counted, for the line: "lamp", "kW".</param>
public sealed record Factor(decimal? Number, string? Option, string Unit);
