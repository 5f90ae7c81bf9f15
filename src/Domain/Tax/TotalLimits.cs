namespace BillingActors.Domain.Tax;

/// <summary>What a bill comes to at least and at most, with its taxes.</summary>
/// <param name="Least">The least, in units of the currency; null: none.</param>
/// <param name="Most">The most; it goes over the least; null: none.</param>
/// <param name="Text">What the customer reads where one of them counts.</param>
public sealed record TotalLimits(decimal? Least, decimal? Most, string Text);
