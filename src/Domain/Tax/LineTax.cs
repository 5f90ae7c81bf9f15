namespace BillingActors.Domain.Tax;

/// <summary>What one tax of an invoice takes of one of its lines.</summary>
/// <param name="Line">Index of the line, from 0.</param>
/// <param name="Tax">Index of the tax among the taxes of the invoice, which has rate and reason, from 0.</param>
/// <param name="BaseMinor">Its part of the base, in minor units.</param>
/// <param name="AmountMinor">Its part of the tax, in minor units; all parts sum to the tax.</param>
public sealed record LineTax(int Line, int Tax, long BaseMinor, long AmountMinor);
