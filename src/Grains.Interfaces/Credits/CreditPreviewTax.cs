namespace BillingActors.Grains.Interfaces.Credits;

/// <summary>What a credit memo would take of a tax, in minor units.</summary>
/// <param name="Code">The tax.</param>
/// <param name="Percent">Its rate on the invoice.</param>
/// <param name="BaseMinor">What it would no longer be taken of.</param>
/// <param name="AmountMinor">The tax itself.</param>
[GenerateSerializer, Immutable, Alias("credit-preview-tax")]
public sealed record CreditPreviewTax(
    [property: Id(0)] string Code,
    [property: Id(1)] decimal Percent,
    [property: Id(2)] long BaseMinor,
    [property: Id(3)] long AmountMinor);
