namespace BillingActors.Storage.Reports;

/// <summary>The sum of a ledger account.</summary>
/// <param name="LedgerAccount">Ledger account.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="AmountMinor">Debit positive, credit negative, in minor units.</param>
public sealed record LedgerSum(string LedgerAccount, string Currency, long AmountMinor);
