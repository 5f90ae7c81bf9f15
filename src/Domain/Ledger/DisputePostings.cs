using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Ledger;

/// <summary>
/// How disputes are booked. A credit goes against goodwill and leaves revenue and tax alone: those are corrected by a
/// numbered credit memo only.
/// </summary>
internal static class DisputePostings
{
    /// <summary>What was given back without correcting the bill.</summary>
    public const string Goodwill = "goodwill";

    public static JournalEntry? EntryOf(AccountEvent.DisputeEvent happened, Currency currency) => happened switch
    {
        AccountEvent.DisputeCredited credited => new EntryDraft(currency)
            .Debit(Goodwill, credited.TotalMinor)
            .Credit(PostingRules.Receivables, credited.TotalMinor)
            .On(credited.On),
        _ => null,
    };
}
