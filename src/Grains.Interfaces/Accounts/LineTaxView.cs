namespace BillingActors.Grains.Interfaces.Accounts;

/// <summary>What one tax of an invoice takes of one of its lines.</summary>
/// <param name="Line">Index of the line, from 0.</param>
/// <param name="Tax">Index of the tax, from 0.</param>
/// <param name="BaseMinor">Its part of the base.</param>
/// <param name="AmountMinor">Its part of the tax.</param>
[GenerateSerializer, Immutable, Alias("line-tax-view")]
public sealed record LineTaxView(
    [property: Id(0)] int Line,
    [property: Id(1)] int Tax,
    [property: Id(2)] long BaseMinor,
    [property: Id(3)] long AmountMinor);
