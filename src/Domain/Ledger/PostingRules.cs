using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Ledger;

/// <summary>How each event of an account is booked; events that move no money have no entry.</summary>
public static class PostingRules
{
    /// <summary>What customers owe.</summary>
    public const string Receivables = "receivables";

    /// <summary>The entry of an event, or null.</summary>
    public static JournalEntry? EntryOf(AccountEvent happened, Currency currency) =>
        happened is AccountEvent.InvoiceIssued invoice ? EntryOf(invoice, currency) : null;

    private static JournalEntry? EntryOf(AccountEvent.InvoiceIssued invoice, Currency currency)
    {
        var postings = ImmutableArray.CreateBuilder<Posting>();
        Add(Receivables, invoice.NetMinor + invoice.TaxMinor);
        foreach (var share in invoice.Revenue)
            Add("revenue/" + share.TariffId, -share.NetMinor);
        foreach (var taxes in invoice.Taxes.GroupBy(tax => tax.Code, StringComparer.Ordinal))
            Add("tax/" + taxes.Key, -taxes.Sum(tax => tax.AmountMinor));
        return postings.Count == 0 ? null : new JournalEntry(invoice.IssuedOn, postings.DrainToImmutable());

        void Add(string ledgerAccount, long minor)
        {
            if (minor != 0)
                postings.Add(new Posting(ledgerAccount, new Money(minor, currency)));
        }
    }
}
