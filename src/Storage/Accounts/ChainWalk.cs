using BillingActors.Domain.Accounts;

namespace BillingActors.Storage.Accounts;

/// <summary>
/// Folds an account event by event and compares link by link and document by document, up to its query row.
/// </summary>
internal sealed class ChainWalk(string key)
{
    private EventRow? _last;

    /// <summary>The account as the events so far make it.</summary>
    public LoadedAccount Account { get; private set; } = new(key, Domain.Accounts.Account.None, 0, HashChain.Start);

    /// <summary>The next event with the document it issued; the first fault ends the walk.</summary>
    public ChainFault? Add(EventRow row, AccountEvent happened, byte[]? document)
    {
        var version = row.Envelope.Version;
        if (version != Account.Version + 1)
            return Fault(ChainPart.Events, Account.Version + 1, "the event is missing");
        if (!row.Previous.AsSpan().SequenceEqual(Account.Link.Span))
            return Fault(ChainPart.Links, Account.Version, "the event or its envelope was changed");
        if (Document(row, happened, document) is { } fault)
            return fault;
        var state = Account.State.Apply(happened, row.Envelope);
        (Account, _last) = (new LoadedAccount(key, state, version, row.Link()), row);
        return null;
    }

    /// <summary>What the query row must say after the last event.</summary>
    public ChainFault? End(AccountHead? head)
    {
        if (_last is null || head is null)
        {
            return _last is null && head is null
                ? null
                : Fault(ChainPart.Head, Account.Version, "events and query row differ");
        }
        var link = HashChain.Link(_last.Previous, _last.Key, _last.Envelope, _last.Body);
        if (head.Version != Account.Version || !head.Link.AsSpan().SequenceEqual(link))
            return Fault(ChainPart.Head, Account.Version, "the last event was changed, or events are missing after it");
        return head.BalanceMinor == Account.State.Balance.Minor
            ? null
            : Fault(ChainPart.Balance, Account.Version, "the query row's balance is not the events' balance");
    }

    private static ChainFault? Document(EventRow row, AccountEvent happened, byte[]? document)
    {
        if (row.DocumentHash is not { } hash)
        {
            return happened.DocumentId is not null
                ? Fault(ChainPart.Document, row.Envelope.Version, "the document is missing")
                : null;
        }
        var isWhole = HashChain.DocumentHash(row.Envelope.Numbers[0], document).AsSpan().SequenceEqual(hash);
        return isWhole ? null : Fault(ChainPart.Document, row.Envelope.Version, "the document was changed");
    }

    private static ChainFault Fault(ChainPart part, long version, string what) => new(version, what) { Part = part };
}
