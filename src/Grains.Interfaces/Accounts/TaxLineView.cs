namespace BillingActors.Grains.Interfaces.Accounts;

/// <summary>A tax of an invoice.</summary>
/// <param name="Code">Tax code.</param>
/// <param name="Text">Text.</param>
/// <param name="Percent">Rate in percent.</param>
/// <param name="BaseMinor">Taxed net amount.</param>
/// <param name="AmountMinor">Tax.</param>
[GenerateSerializer, Immutable, Alias("tax-line-view")]
public sealed record TaxLineView(
    [property: Id(0)] string Code,
    [property: Id(1)] string Text,
    [property: Id(2)] decimal Percent,
    [property: Id(3)] long BaseMinor,
    [property: Id(4)] long AmountMinor);
