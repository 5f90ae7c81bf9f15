namespace BillingActors.Storage.Accounts;

/// <summary>
/// Reads an account from its first event and compares link by link, document by document, and with its query row.
/// </summary>
internal static class ChainVerification
{
    public static async Task<ChainFault?> Of(
        IAccountReader reader, string key, IAsyncEnumerable<EventRow> rows, CancellationToken cancellation)
    {
        var (account, last) = (AccountFold.Of([key], [], [])[0], (EventRow?)null);
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            if (row.Envelope.Version != account.Version + 1)
                return new ChainFault(account.Version + 1, "the event is missing");
            if (!row.Previous.AsSpan().SequenceEqual(account.Link.Span))
                return new ChainFault(account.Version, "the event or its envelope was changed");
            if (await Document(reader, row, cancellation) is { } fault)
                return fault;
            var state = account.State.Apply(row.Happened, row.Envelope);
            (account, last) = (new LoadedAccount(key, state, row.Envelope.Version, row.Link()), row);
        }
        return Head(account, last, await reader.ReadHead(key, cancellation));
    }

    private static async Task<ChainFault?> Document(IAccountReader reader, EventRow row, CancellationToken cancellation)
    {
        if (row.DocumentHash is not { } hash)
            return null;
        var body = await reader.ReadDocument(row.Key, row.Envelope.Version, cancellation);
        var isWhole = HashChain.DocumentHash(row.Envelope.Numbers[0], body).AsSpan().SequenceEqual(hash);
        return isWhole ? null : new ChainFault(row.Envelope.Version, "the document was changed");
    }

    private static ChainFault? Head(LoadedAccount account, EventRow? last, AccountHead? head)
    {
        if (last is null || head is null)
            return last is null && head is null ? null : new ChainFault(account.Version, "events and query row differ");
        var link = HashChain.Link(last.Previous, last.Key, last.Envelope, last.Body);
        if (head.Version != account.Version || !head.Link.AsSpan().SequenceEqual(link))
            return new ChainFault(account.Version, "the last event was changed, or events are missing after it");
        return head.BalanceMinor == account.State.Balance.Minor
            ? null
            : new ChainFault(account.Version, "the query row's balance is not the events' balance");
    }
}
