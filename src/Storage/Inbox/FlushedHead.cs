namespace BillingActors.Storage.Inbox;

/// <summary>How a flush moves the head of a partition.</summary>
internal sealed record FlushedHead(int Partition, long Row, long RecordCount, long ByteCount)
{
    /// <summary>The heads after the parts are added, in order of the partition.</summary>
    public static List<FlushedHead> Of(IEnumerable<FlushedPart> parts) =>
    [
        .. parts.GroupBy(flushed => flushed.Part.Partition).OrderBy(group => group.Key).Select(group => new FlushedHead(
            group.Key,
            group.Max(flushed => flushed.Row),
            group.Sum(flushed => (long)flushed.Part.RecordCount),
            group.Sum(flushed => (long)flushed.Part.Body.Length))),
    ];
}
