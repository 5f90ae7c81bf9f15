namespace BillingActors.Storage.Accounts;

/// <summary>
/// Reads an account from its first event and compares link by link, document by document, and with its query row.
/// </summary>
internal static class ChainVerification
{
    public static async Task<ChainFault?> Of(
        IAccountReader reader, string key, IAsyncEnumerable<EventRow> rows, CancellationToken cancellation)
    {
        var walk = new ChainWalk(key);
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            var document = row.DocumentHash is null
                ? null
                : await reader.ReadDocument(key, row.Envelope.Version, cancellation);
            if (walk.Add(row, row.Happened, document) is { } fault)
                return fault;
        }
        return walk.End(await reader.ReadHead(key, cancellation));
    }
}
