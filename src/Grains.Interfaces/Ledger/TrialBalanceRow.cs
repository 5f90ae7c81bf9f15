namespace BillingActors.Grains.Interfaces.Ledger;

/// <summary>What a role had before, moved and has, under its general-ledger account.</summary>
/// <param name="Number">Number of the general-ledger account.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">asset, liability, income or expense.</param>
/// <param name="LedgerAccount">The role.</param>
/// <param name="IsInChart">False where no rule of the chart knows the role.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="OpeningMinor">Balance before; debit positive.</param>
/// <param name="DebitMinor">Sum of debits.</param>
/// <param name="CreditMinor">Sum of credits.</param>
/// <param name="ClosingMinor">Balance at the end; debit positive.</param>
public sealed record TrialBalanceRow(
    string Number,
    string Name,
    string Type,
    string LedgerAccount,
    bool IsInChart,
    string Currency,
    long OpeningMinor,
    long DebitMinor,
    long CreditMinor,
    long ClosingMinor);
