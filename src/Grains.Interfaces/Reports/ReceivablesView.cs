using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Ledger;

namespace BillingActors.Grains.Interfaces.Reports;

/// <summary>Key figures of a legal entity in one currency; a ratio is null with nothing to divide by.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="OpeningMinor">Receivables before the first day, in minor units.</param>
/// <param name="SalesMinor">Billed in these days with tax, less what was credited.</param>
/// <param name="ClosingMinor">Receivables now: with tax, with disputes, less credits.</param>
/// <param name="OutstandingDays">Days sales outstanding: receivables / sales × days; not negative.</param>
/// <param name="CountbackDays">The same by counting whole months of sales back.</param>
/// <param name="BestPossibleDays">(Closing − past due) / sales × days; not negative.</param>
/// <param name="DelinquentDays">Days sales outstanding less the best possible.</param>
/// <param name="PastDuePercent">Past due / (past due + not due) × 100.</param>
/// <param name="EffectivenessPercent">
/// Collection effectiveness index: (opening + sales − closing) / (opening + sales − not due) × 100, where what is not
/// due is the closing less what is past due; never above 100.
/// </param>
/// <param name="PastDueAccountCount">Accounts with something past due.</param>
/// <param name="Aged">Open items by age from the due date, and unapplied cash.</param>
/// <param name="Unapplied">Money that came in and is set against nothing.</param>
/// <param name="Disputes">Undecided disputes.</param>
/// <param name="Months">The last twelve months, oldest first.</param>
public sealed record ReceivablesView(
    string EntityId,
    string Currency,
    long OpeningMinor,
    long SalesMinor,
    long ClosingMinor,
    decimal? OutstandingDays,
    decimal? CountbackDays,
    decimal? BestPossibleDays,
    decimal? DelinquentDays,
    decimal? PastDuePercent,
    decimal? EffectivenessPercent,
    long PastDueAccountCount,
    AgedView Aged,
    UnappliedCashView Unapplied,
    DisputeAgesView Disputes,
    ImmutableArray<ReceivablesMonthView> Months);
