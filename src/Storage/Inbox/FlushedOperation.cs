namespace BillingActors.Storage.Inbox;

/// <summary>The operation of an append with the text of its rows.</summary>
internal sealed record FlushedOperation(InboxOperation Request, string Parts)
{
    /// <summary>The operations among what a flush stores.</summary>
    public static List<FlushedOperation> Of(IEnumerable<FlushedPart> parts) =>
    [
        .. parts.Where(flushed => flushed.Append.Operation is not null).GroupBy(flushed => flushed.Append)
            .Select(group => new FlushedOperation(
                group.Key.Operation!, OperationParts.Write(group.Select(flushed => flushed.Answer)))),
    ];
}
