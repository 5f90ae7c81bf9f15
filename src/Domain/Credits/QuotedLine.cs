namespace BillingActors.Domain.Credits;

/// <summary>A line of an invoice: what is left of it, and what a memo would take, in minor units.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="LeftNetMinor">Net that was not credited yet.</param>
/// <param name="LeftTaxMinor">Its taxes that were not.</param>
/// <param name="NetMinor">Net the memo would take.</param>
/// <param name="TaxMinor">Taxes it would take with it.</param>
public sealed record QuotedLine(int Number, long LeftNetMinor, long LeftTaxMinor, long NetMinor, long TaxMinor);
