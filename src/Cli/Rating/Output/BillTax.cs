namespace BillingActors.Cli.Rating.Output;

/// <summary>One tax of a bill as it is printed; numbers are texts, so that no digit is lost.</summary>
internal sealed record BillTax(
    string? Jurisdiction,
    string Code,
    string Text,
    string Reason,
    string Percent,
    string? PerUnit,
    string Base,
    string Amount,
    string? Evidence);
