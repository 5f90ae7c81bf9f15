using System.Diagnostics;
using BillingActors.Storage.Inbox;
using Microsoft.Extensions.Logging;
using Orleans.Providers.Streams.Common;
using Orleans.Streams;

namespace BillingActors.Grains.Ingestion;

/// <summary>
/// Reads one partition from its checkpoint on. What it handed out may be lost on the way to the grain: where nothing
/// new comes and the checkpoint stays behind, it reads from there again, which the grain recognises.
/// </summary>
internal sealed partial class InboxReceiver(
    PartitionSignal signal,
    IInboxLog log,
    InboxOptions options,
    ILogger<InboxReceiver> logger) : IQueueAdapterReceiver
{
    private static readonly TimeSpan StuckAfter = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan TrimEvery = TimeSpan.FromMinutes(10);

    private readonly TimeSpan _pollEvery = TimeSpan.FromMilliseconds(options.PollMilliseconds);
    private InboxPosition _next;
    private InboxPosition _checkpoint;
    private long _delivered;
    private long _readAt;
    private long _lookedAt;
    private long _trimmedAt = Stopwatch.GetTimestamp();
    private bool _isShutdown;

    public Task Initialize(TimeSpan timeout)
    {
        _isShutdown = false;
        signal.Rewind();
        return Task.CompletedTask;
    }

    public async Task<IList<IBatchContainer>> GetQueueMessagesAsync(int maxCount)
    {
        if (_isShutdown || (!signal.TakeNews() && Stopwatch.GetElapsedTime(_readAt) < _pollEvery))
            return [];
        _readAt = Stopwatch.GetTimestamp();
        if (signal.TakeRewind())
            await Rewind();
        var rows = await log.Read(signal.Partition.Namespace, signal.Partition.Number, _next, CancellationToken.None);
        if (rows.IsEmpty)
        {
            await LookBack();
            return [];
        }
        _next = rows[^1].Next;
        _lookedAt = _readAt;
        // There may be more than one slice takes.
        signal.Appended();
        var slice = new StreamSlice([.. rows.Select(StreamRow.Of)]);
        return [new StreamContainer(signal.Partition.StreamId, slice, new EventSequenceTokenV2(++_delivered))];
    }

    public Task MessagesDeliveredAsync(IList<IBatchContainer> messages) => Task.CompletedTask;

    public Task Shutdown(TimeSpan timeout)
    {
        _isShutdown = true;
        return Task.CompletedTask;
    }

    private async Task Rewind()
    {
        try
        {
            _next = await log.Checkpoint(signal.Partition.Namespace, signal.Partition.Number, CancellationToken.None);
            (_checkpoint, _lookedAt) = (_next, _readAt);
        }
        catch
        {
            signal.Rewind();
            throw;
        }
    }

    private async Task LookBack()
    {
        if (Stopwatch.GetElapsedTime(_lookedAt) < StuckAfter)
            return;
        _lookedAt = _readAt;
        var (streamNamespace, number) = signal.Partition;
        var checkpoint = await log.Checkpoint(streamNamespace, number, CancellationToken.None);
        if (checkpoint < _next && checkpoint == _checkpoint)
        {
            LogStuck(logger, signal.Partition.Key, checkpoint);
            signal.Rewind();
        }
        _checkpoint = checkpoint;
        if (Stopwatch.GetElapsedTime(_trimmedAt) < TrimEvery)
            return;
        _trimmedAt = _readAt;
        await log.Trim(signal.Partition.Namespace, signal.Partition.Number, CancellationToken.None);
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Partition {Partition} stays at {Position}; what comes after is delivered again.")]
    private static partial void LogStuck(ILogger logger, string partition, InboxPosition position);
}
