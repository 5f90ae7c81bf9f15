using BillingActors.Domain.Accounts;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Ledger;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Json;

namespace BillingActors.Storage.Verification;

/// <summary>The fold of one account's events, and what must follow from them in other tables.</summary>
internal sealed class AccountFolding(AccountBooks books, Findings findings)
{
    private readonly ChainWalk _walk = new(books.Key);

    /// <summary>The account as all events so far make it.</summary>
    public LoadedAccount Account => _walk.Account;

    /// <summary>The account as it was where its snapshot was taken, if it has one.</summary>
    public LoadedAccount? AtSnapshot { get; private set; }

    /// <summary>Postings that the rules make of the events.</summary>
    public List<PostingLine> Postings { get; } = new(books.Postings.Count);

    /// <summary>Versions of events that issued a document.</summary>
    public HashSet<long> Issued { get; } = [];

    /// <summary>Bills that a parent pays.</summary>
    public List<CollectiveComparison.HandedLine> Handed { get; } = [];

    /// <summary>Bills of children on collective bills.</summary>
    public List<CollectiveComparison.TakenLine> Taken { get; } = [];

    /// <summary>The newest invoice, if there is one.</summary>
    public (long Version, AccountEvent.InvoiceIssued Event)? LastInvoice { get; private set; }

    public ChainFault? Add(EventRow row)
    {
        var version = row.Envelope.Version;
        var (before, happened) = (Account.State, row.Happened);
        var document = books.Documents.GetValueOrDefault(version);
        if (_walk.Add(row, happened, document?.Body) is { } fault)
            return fault;
        if (happened is AccountEvent.InvoiceIssued issued)
        {
            LastInvoice = (version, issued);
            PeriodContinuity.Check(books.Key, before, issued, findings);
        }
        if (DocumentFacts.Of(happened) is { } facts)
        {
            Issued.Add(version);
            DocumentComparison.Check(Account, facts, document!, findings);
        }
        if (CollectiveComparison.Handed(books.Key, version, happened) is { } handed)
            Handed.Add(handed);
        Taken.AddRange(CollectiveComparison.Taken(books.Key, happened));
        Book(version, PostingRules.EntryOf(happened, Account.State.Currency)?.NotBefore(row.Envelope.BookedFrom));
        if (version == books.Snapshot?.Version)
            AtSnapshot = Account;
        return null;
    }

    public ChainFault? End(AccountHead? head) => _walk.End(head);

    private void Book(long version, JournalEntry? entry)
    {
        if (entry is null)
            return;
        for (var line = 0; line < entry.Postings.Length; line++)
        {
            var (ledgerAccount, amount) = entry.Postings[line];
            Postings.Add(new PostingLine(
                version, line, ledgerAccount, amount.Currency.Code, amount.Minor, IsoDay.Format(entry.BookedOn)));
        }
    }
}
