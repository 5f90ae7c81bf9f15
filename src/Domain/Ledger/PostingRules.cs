using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Ledger;

/// <summary>How each event of an account is booked; events that move no money have no entry.</summary>
public static class PostingRules
{
    /// <summary>What customers owe: the control account of all open items.</summary>
    public const string Receivables = "receivables";

    /// <summary>Bills of children that wait for a collective bill of the account that pays them.</summary>
    public const string BillsInTransit = "bills-in-transit";

    /// <summary>The entry of an event, or null.</summary>
    public static JournalEntry? EntryOf(AccountEvent happened, Currency currency) => happened switch
    {
        AccountEvent.InvoiceIssued invoice => EntryOf(invoice, currency),
        AccountEvent.CreditEvent credit => CreditPostings.EntryOf(credit, currency),
        AccountEvent.DisputeEvent e => DisputePostings.EntryOf(e, currency),
        AccountEvent.CollectionEvent e => CollectionPostings.EntryOf(e, currency),
        AccountEvent.CollectiveEvent e => CollectivePostings.EntryOf(e, currency),
        AccountEvent.BudgetEvent e => BudgetPostings.EntryOf(e, currency),
        AccountEvent.CashEvent cash => CashPostings.EntryOf(cash, currency),
        AccountEvent.TransferEvent e => TransferPostings.EntryOf(e, currency),
        AccountEvent.DepositEvent deposit => DepositPostings.EntryOf(deposit, currency),
        _ => null,
    };

    private static JournalEntry? EntryOf(AccountEvent.InvoiceIssued invoice, Currency currency)
    {
        var entry = new EntryDraft(currency).Debit(ClaimOf(invoice), invoice.NetMinor + invoice.TaxMinor);
        foreach (var share in invoice.Revenue)
            entry.Credit("revenue/" + share.TariffId, share.NetMinor);
        foreach (var taxes in invoice.Taxes.GroupBy(tax => tax.Code, StringComparer.Ordinal))
            entry.Credit("tax/" + taxes.Key, taxes.Sum(tax => tax.AmountMinor));
        return entry.On(invoice.IssuedOn);
    }

    // What is set against a budget plan, or paid by another account, is no claim on this one.
    private static string ClaimOf(AccountEvent.InvoiceIssued invoice) => invoice switch
    {
        { BudgetId: not null } => LedgerRoles.BudgetBilling,
        { ParentId: not null } => BillsInTransit,
        _ => Receivables,
    };
}
