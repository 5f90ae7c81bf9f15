using BillingActors.Grains.Interfaces.Streams;
using BillingActors.Storage.Inbox;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Providers.Streams.Common;
using Orleans.Streams;

namespace BillingActors.Grains.Ingestion;

/// <summary>Makes the parts of the stream provider; the number of partitions is settled when the silo starts.</summary>
internal sealed class InboxAdapterFactory(
    StreamConsumers consumers,
    PartitionSignals signals,
    IInboxLog log,
    InboxOptions options,
    IGrainFactory grains,
    ILoggerFactory loggers) : IQueueAdapterFactory
{
    /// <summary>Slices one partition has in memory; the cache refuses to be smaller.</summary>
    private const int SliceCountMax = 10;

    private readonly SimpleQueueAdapterCache _cache = new(
        new SimpleQueueCacheOptions { CacheSize = SliceCountMax }, StreamNames.Provider, loggers);

    private InboxQueueMapper? _mapper;

    public async Task<IQueueAdapter> CreateAdapter()
    {
        var partitions = new List<StreamPartition>();
        foreach (var streamNamespace in consumers.Namespaces)
        {
            await log.Open(streamNamespace, CancellationToken.None);
            var count = await log.PartitionCountMax(streamNamespace, CancellationToken.None);
            partitions.AddRange(Enumerable.Range(0, count).Select(i => new StreamPartition(streamNamespace, i)));
        }
        _mapper = new InboxQueueMapper(partitions);
        return new InboxAdapter(signals, log, options, loggers);
    }

    public IQueueAdapterCache GetQueueAdapterCache() => _cache;

    public IStreamQueueMapper GetStreamQueueMapper() =>
        _mapper ?? throw new InvalidOperationException("The adapter is created first.");

    public Task<IStreamFailureHandler> GetDeliveryFailureHandler(QueueId queueId)
    {
        var partition = StreamPartition.Of(queueId);
        return Task.FromResult<IStreamFailureHandler>(new InboxFailureHandler(
            signals.Of(partition),
            log,
            options,
            () => grains.GetGrain<IStreamPartitionGrain>(partition.Key).IsHeldUp(),
            loggers.CreateLogger<InboxFailureHandler>()));
    }
}
