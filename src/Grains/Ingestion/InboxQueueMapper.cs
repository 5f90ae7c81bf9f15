using System.Collections.Immutable;
using Orleans.Streams;

namespace BillingActors.Grains.Ingestion;

/// <summary>One queue per partition.</summary>
internal sealed class InboxQueueMapper(IEnumerable<StreamPartition> partitions) : IStreamQueueMapper
{
    private readonly ImmutableArray<QueueId> _queues = [.. partitions.Select(partition => partition.QueueId)];

    public IEnumerable<QueueId> GetAllQueues() => _queues;

    public QueueId GetQueueForStream(StreamId streamId) => StreamPartition.Of(streamId).QueueId;
}
