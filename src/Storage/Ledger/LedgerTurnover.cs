namespace BillingActors.Storage.Ledger;

/// <summary>What a role had before some days and moved in them, in minor units.</summary>
/// <param name="LedgerAccount">Role.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="OpeningMinor">Balance before; debit positive.</param>
/// <param name="DebitMinor">Sum of debits, not negative.</param>
/// <param name="CreditMinor">Sum of credits, not negative.</param>
public sealed record LedgerTurnover(
    string LedgerAccount, string Currency, long OpeningMinor, long DebitMinor, long CreditMinor)
{
    /// <summary>Balance at the end; debit positive.</summary>
    public long ClosingMinor => OpeningMinor + DebitMinor - CreditMinor;
}
