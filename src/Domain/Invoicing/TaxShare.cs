namespace BillingActors.Domain.Invoicing;

/// <summary>One tax of an invoice: base and amount, rounded once.</summary>
/// <param name="Code">Tax code, such as "VAT".</param>
/// <param name="Percent">Rate in percent, exact.</param>
/// <param name="BaseMinor">Taxed net amount in minor units.</param>
/// <param name="AmountMinor">Tax in minor units.</param>
public sealed record TaxShare(string Code, decimal Percent, long BaseMinor, long AmountMinor)
{
    /// <summary>Whose tax it is; null: it is one of the tariff.</summary>
    public string? Jurisdiction { get; init; }

    /// <summary>Why it is what it is; null: it is plainly taxed.</summary>
    public string? Reason { get; init; }
}
