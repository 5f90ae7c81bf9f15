using BillingActors.Domain.Statements;

namespace BillingActors.Storage.Ledger;

/// <summary>What all accounts of one currency had open, beside what the journal says.</summary>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="AccountCount">Accounts with something open.</param>
/// <param name="Ageing">Items and unapplied cash by age.</param>
/// <param name="ReceivablesMinor">Control account of open items, from the journal.</param>
/// <param name="UnappliedCashMinor">
/// Liability of unapplied cash, from the journal; positive where there is some.
/// </param>
public sealed record AgeingTotal(
    string Currency, long AccountCount, Ageing Ageing, long ReceivablesMinor, long UnappliedCashMinor)
{
    /// <summary>Whether accounts and journal agree to the last minor unit.</summary>
    public bool IsTied => Ageing.ItemsMinor == ReceivablesMinor && Ageing.UnappliedMinor == UnappliedCashMinor;
}
