namespace BillingActors.Grains.Interfaces.Ledger;

/// <summary>What all accounts of one currency had open, beside what the journal says.</summary>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="AccountCount">Accounts with something open.</param>
/// <param name="Aged">By age.</param>
/// <param name="ReceivablesMinor">Control account of open items in the journal.</param>
/// <param name="UnappliedCashMinor">Liability of unapplied cash in the journal.</param>
/// <param name="IsTied">Whether accounts and journal agree to the last minor unit.</param>
public sealed record AgeingTotalView(
    string Currency,
    long AccountCount,
    AgedView Aged,
    long ReceivablesMinor,
    long UnappliedCashMinor,
    bool IsTied);
