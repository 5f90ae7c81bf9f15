namespace BillingActors.Domain.Closing;

/// <summary>What a role came to in all days up to a lock.</summary>
/// <param name="LedgerAccount">Role.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="AmountMinor">Debit positive, credit negative.</param>
public sealed record LedgerTotal(string LedgerAccount, string Currency, long AmountMinor);
