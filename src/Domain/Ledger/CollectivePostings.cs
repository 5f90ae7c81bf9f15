using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Ledger;

/// <summary>How a collective bill is booked: what the bills of children left in transit arrives as a claim.</summary>
internal static class CollectivePostings
{
    public static JournalEntry? EntryOf(AccountEvent.CollectiveEvent happened, Currency currency) =>
        happened is AccountEvent.CollectiveBilled e
            ? new EntryDraft(currency)
                .Debit(PostingRules.Receivables, e.NetMinor + e.TaxMinor)
                .Credit(PostingRules.BillsInTransit, e.NetMinor + e.TaxMinor)
                .On(e.On)
            : null;
}
