using System.Collections.Immutable;
using BillingActors.Storage;
using BillingActors.Storage.Inbox;
using Microsoft.Extensions.Logging;
using Orleans.Placement;
using Orleans.Streams;
using Orleans.Streams.Core;

namespace BillingActors.Grains.Ingestion;

/// <summary>
/// Works off one partition: gives rows their effect, and moves the checkpoint when all of it is committed or parked.
/// Rows before the checkpoint were worked off and are passed over; rows that were not delivered are read.
/// </summary>
[RegexImplicitStreamSubscription("^inbox\\.")]
[PreferLocalPlacement]
internal sealed partial class StreamPartitionGrain(
    StreamConsumers consumers, StreamDelivery delivery, IInboxLog log, ILogger<StreamPartitionGrain> logger)
    : Grain, IStreamPartitionGrain, IStreamSubscriptionObserver, IAsyncObserver<StreamSlice>
{
    private InboxClaim? _claim;
    private bool _isHeldUp;

    private StreamPartition Partition => StreamPartition.Parse(this.GetPrimaryKeyString());

    public Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory) =>
        handleFactory.Create<StreamSlice>().ResumeAsync(this);

    public async Task OnNextAsync(StreamSlice item, StreamSequenceToken? token = null)
    {
        var rows = item.Rows.Select(row => row.ToRow()).ToImmutableArray();
        try
        {
            await WorkOff(rows, CancellationToken.None);
            _isHeldUp = false;
        }
        catch (Exception fault)
        {
            // What was stored is not known: the next delivery begins at the checkpoint as it stands.
            _claim = null;
            _isHeldUp = StoreFaults.IsOutage(fault);
            LogFault(logger, Partition.Key, fault);
            throw;
        }
    }

    public Task<bool> IsHeldUp() => Task.FromResult(_isHeldUp);

    public Task OnErrorAsync(Exception ex)
    {
        LogFault(logger, Partition.Key, ex);
        return Task.CompletedTask;
    }

    private async Task WorkOff(ImmutableArray<InboxRow> rows, CancellationToken cancellation)
    {
        _claim ??= await log.Claim(Partition.Namespace, Partition.Number, cancellation);
        var next = rows.Where(row => row.Position >= _claim.Value.Position).ToImmutableArray();
        if (next.IsEmpty)
            return;
        if (next[0].Position == _claim.Value.Position)
        {
            await Advance(next, cancellation);
            return;
        }
        // Rows between are missing here, or this is the first of an epoch, which the log has to allow.
        while (_claim.Value.Position <= rows[^1].Position)
        {
            next = await log.Read(Partition.Namespace, Partition.Number, _claim.Value.Position, cancellation);
            if (next.IsEmpty)
                return;
            await Advance(next, cancellation);
        }
    }

    private async Task Advance(ImmutableArray<InboxRow> rows, CancellationToken cancellation)
    {
        var work = await delivery.Work(consumers[Partition.Namespace], rows, cancellation);
        var advance = new InboxAdvance(
            Partition.Namespace,
            Partition.Number,
            _claim!.Value,
            rows[^1].Next,
            rows.Sum(row => (long)row.RecordCount),
            rows.Sum(row => (long)row.Body.Length),
            work.Outcomes,
            work.Parked);
        if (!await log.Advance(advance, cancellation))
            throw new StaleClaimException(Partition.Key);
        _claim = _claim.Value with { Position = advance.To };
        work.Count(Partition.Namespace);
        StreamInstruments.Delayed(Partition.Namespace, TimeProvider.System.GetUtcNow() - rows[0].AppendedAt);
    }

    [LoggerMessage(
        Level = LogLevel.Warning, Message = "Partition {Partition} met a fault; its rows are delivered again.")]
    private static partial void LogFault(ILogger logger, string partition, Exception fault);
}
