namespace BillingActors.Domain.Tariffs.Metered;

/// <summary>How many times a price applies: a number of items, kW of the contract, or what a charge bills.</summary>
/// <param name="Number">The number, where it is the same for all.</param>
/// <param name="Option">Name of the contract's setting with the number, such as "items".</param>
/// <param name="Unit">What is counted, for the line: "lamp", "kW".</param>
public sealed record Factor(decimal? Number, string? Option, string Unit)
{
    /// <summary>Code of a charge before it whose billed quantity is the number; null: one of the others.</summary>
    public string? Charge { get; init; }
}
