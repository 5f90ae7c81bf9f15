namespace BillingActors.Domain.Tax.Working;

/// <summary>What lines must have in common to share a tax line.</summary>
internal sealed record TaxKey(
    string? Jurisdiction,
    string Code,
    decimal Percent,
    decimal? PerUnit,
    string? Unit,
    TaxReason Reason,
    string? Evidence);
