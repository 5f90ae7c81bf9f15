namespace BillingActors.Domain.Tax.Working;

/// <summary>What frees a base of a tax, wholly or in part.</summary>
/// <param name="Reason">Why.</param>
/// <param name="SharePercent">How much of the base, in percent.</param>
/// <param name="Text">What the document says of it.</param>
/// <param name="Evidence">What it rests on.</param>
internal sealed record TaxRelief(TaxReason Reason, decimal SharePercent, string Text, string? Evidence);
