namespace BillingActors.Grains.Interfaces.Accounts;

/// <summary>A tax of an invoice.</summary>
/// <param name="Code">Tax code.</param>
/// <param name="Text">Text.</param>
/// <param name="Percent">Rate in percent.</param>
/// <param name="BaseMinor">Taxed net amount.</param>
/// <param name="AmountMinor">Tax.</param>
/// <param name="Jurisdiction">Whose tax it is; null: one of the tariff.</param>
/// <param name="Reason">zero-rated, exempt, outside-scope, reverse-charge, customer-exempt; null: taxed.</param>
/// <param name="PerUnit">Amount for one unit; null: it is a percentage.</param>
/// <param name="Unit">Unit of an amount for one unit.</param>
/// <param name="Evidence">Certificate or check that frees the customer.</param>
[GenerateSerializer, Immutable, Alias("tax-line-view")]
public sealed record TaxLineView(
    [property: Id(0)] string Code,
    [property: Id(1)] string Text,
    [property: Id(2)] decimal Percent,
    [property: Id(3)] long BaseMinor,
    [property: Id(4)] long AmountMinor,
    [property: Id(5)] string? Jurisdiction = null,
    [property: Id(6)] string? Reason = null,
    [property: Id(7)] decimal? PerUnit = null,
    [property: Id(8)] string? Unit = null,
    [property: Id(9)] string? Evidence = null);
