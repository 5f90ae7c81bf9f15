using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Ledger;

/// <summary>
/// How budget billing is booked: what is charged ahead is a liability until bills are set against it. Revenue and tax
/// come with the bills alone.
/// </summary>
internal static class BudgetPostings
{
    public static JournalEntry? EntryOf(AccountEvent.BudgetEvent happened, Currency currency) => happened switch
    {
        AccountEvent.BudgetCharged e => Owed(e.AmountMinor, currency).On(e.On),
        AccountEvent.BudgetSettled e => Owed(e.DifferenceMinor, currency).On(e.On),
        _ => null,
    };

    private static EntryDraft Owed(long minor, Currency currency) => new EntryDraft(currency)
        .Debit(PostingRules.Receivables, minor)
        .Credit(LedgerRoles.BudgetBilling, minor);
}
