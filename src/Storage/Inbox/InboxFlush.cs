using System.Collections.Immutable;

namespace BillingActors.Storage.Inbox;

/// <summary>Appends to one epoch of a stream that are stored together.</summary>
internal sealed record InboxFlush(string Namespace, int Epoch, IReadOnlyList<PreparedAppend> Appends)
{
    /// <summary>The partitions touched, in the order they are locked.</summary>
    public ImmutableArray<int> Partitions { get; } =
        [.. Appends.SelectMany(append => append.Parts).Select(part => part.Partition).Distinct().Order()];

    /// <summary>Numbers the parts from the heads on, in the order of the appends; what each becomes.</summary>
    public ImmutableArray<FlushedPart> Number(IReadOnlyDictionary<int, long> heads)
    {
        var next = heads.ToDictionary(head => head.Key, head => head.Value + 1);
        return
        [
            .. Appends.SelectMany(append => append.Parts.Select(
                part => new FlushedPart(append, part, next[part.Partition]++))),
        ];
    }
}
