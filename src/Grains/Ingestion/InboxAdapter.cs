using BillingActors.Grains.Interfaces.Streams;
using BillingActors.Storage.Inbox;
using Microsoft.Extensions.Logging;
using Orleans.Streams;

namespace BillingActors.Grains.Ingestion;

/// <summary>The inbox as a queue that Orleans reads from; records come in through <see cref="IInbox"/> alone.</summary>
internal sealed class InboxAdapter(
    PartitionSignals signals, IInboxLog log, InboxOptions options, ILoggerFactory loggers) : IQueueAdapter
{
    public string Name => StreamNames.Provider;

    /// <summary>Where to go on is in the checkpoints, not in tokens that grains remember.</summary>
    public bool IsRewindable => false;

    public StreamProviderDirection Direction => StreamProviderDirection.ReadOnly;

    public IQueueAdapterReceiver CreateReceiver(QueueId queueId) => new InboxReceiver(
        signals.Of(StreamPartition.Of(queueId)), log, options, loggers.CreateLogger<InboxReceiver>());

    public Task QueueMessageBatchAsync<T>(
        StreamId streamId,
        IEnumerable<T> events,
        StreamSequenceToken? token,
        Dictionary<string, object>? requestContext) =>
        throw new NotSupportedException("Records are appended through the inbox, which answers when they are durable.");
}
