namespace BillingActors.Domain.Cash;

/// <summary>Tax that is owed no more because less was paid for.</summary>
/// <param name="Code">Tax code, such as "VAT".</param>
/// <param name="AmountMinor">How much less.</param>
public sealed record TaxRelief(string Code, long AmountMinor);
