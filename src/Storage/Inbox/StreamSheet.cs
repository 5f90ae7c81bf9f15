using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Streams;

namespace BillingActors.Storage.Inbox;

/// <summary>Puts the figures of the tables together into what people read.</summary>
internal static class StreamSheet
{
    /// <summary>One view per stream, in order of its name.</summary>
    public static ImmutableArray<StreamView> Of(
        IReadOnlyList<StreamFigures> heads,
        IReadOnlyList<CheckpointFigures> checkpoints,
        IReadOnlyList<StreamTotals> totals) =>
    [
        .. heads.GroupBy(head => head.Namespace, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => Of(
                [.. group],
                checkpoints.Where(checkpoint => checkpoint.Namespace == group.Key)
                    .ToDictionary(checkpoint => checkpoint.Partition),
                totals.FirstOrDefault(total => total.Namespace == group.Key)
                    ?? new StreamTotals(group.Key, null, 0, 0))),
    ];

    private static StreamView Of(
        List<StreamFigures> heads, Dictionary<int, CheckpointFigures> checkpoints, StreamTotals totals)
    {
        var epoch = heads.Max(head => head.Epoch);
        ImmutableArray<StreamPartitionView> partitions =
        [
            .. heads.GroupBy(head => head.Partition).OrderBy(group => group.Key)
                .Select(group => Of([.. group], checkpoints.GetValueOrDefault(group.Key))),
        ];
        return new StreamView(
            totals.Namespace,
            epoch,
            heads.Count(head => head.Epoch == epoch),
            partitions.Sum(partition => partition.WaitingRows),
            heads.Sum(head => head.RecordCount) - checkpoints.Values.Sum(checkpoint => checkpoint.RecordCount),
            heads.Sum(head => head.ByteCount) - checkpoints.Values.Sum(checkpoint => checkpoint.ByteCount),
            totals.OldestAt,
            Math.Max(0, totals.LagMilliseconds),
            totals.Quarantined,
            partitions);
    }

    private static StreamPartitionView Of(List<StreamFigures> heads, CheckpointFigures? checkpoint)
    {
        var newest = heads.MaxBy(head => head.Epoch)!;
        var position = checkpoint?.Position ?? InboxPosition.First;
        var waiting = heads.Where(head => head.Epoch >= position.Epoch)
            .Sum(head => head.Epoch == position.Epoch ? head.HeadRow - position.Row + 1 : head.HeadRow);
        return new StreamPartitionView(
            newest.Partition,
            newest.Epoch,
            newest.HeadRow,
            position.Epoch,
            position.Row,
            waiting,
            checkpoint?.Fence ?? 0,
            checkpoint?.MovedAt);
    }
}
