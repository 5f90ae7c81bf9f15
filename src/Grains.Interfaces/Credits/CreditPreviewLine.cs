namespace BillingActors.Grains.Interfaces.Credits;

/// <summary>A line of an invoice: what is left of it, and what a memo would take, in minor units.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="LeftNetMinor">Net that was not credited yet.</param>
/// <param name="LeftTaxMinor">Its taxes that were not.</param>
/// <param name="NetMinor">Net the memo would take.</param>
/// <param name="TaxMinor">Taxes it would take with it.</param>
[GenerateSerializer, Immutable, Alias("credit-preview-line")]
public sealed record CreditPreviewLine(
    [property: Id(0)] int Number,
    [property: Id(1)] long LeftNetMinor,
    [property: Id(2)] long LeftTaxMinor,
    [property: Id(3)] long NetMinor,
    [property: Id(4)] long TaxMinor);
