using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Ledger;

/// <summary>
/// How disputes are booked that correct no invoice: a credit goes against goodwill and leaves revenue and tax alone. A
/// deposit that need not be paid was no income, so giving it up costs nothing.
/// </summary>
internal static class DisputePostings
{
    /// <summary>What was given back without correcting the bill.</summary>
    public const string Goodwill = "goodwill";

    public static JournalEntry? EntryOf(AccountEvent.DisputeEvent happened, Currency currency) => happened switch
    {
        AccountEvent.DisputeCredited credited => new EntryDraft(currency)
            .Debit(Goodwill, credited.TotalMinor - DepositPostings.Of(credited.Shares))
            .Debit(DepositPostings.DepositsBilled, DepositPostings.Of(credited.Shares))
            .Credit(PostingRules.Receivables, credited.TotalMinor)
            .On(credited.On),
        _ => null,
    };
}
