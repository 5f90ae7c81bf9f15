using System.Collections.Immutable;
using BillingActors.Storage.Inbox;
using Microsoft.Extensions.Logging;
using Orleans.Streams;

namespace BillingActors.Grains.Ingestion;

/// <summary>
/// Orleans gave a delivery up: the grain of the partition could not be reached or did not get through. The rows are
/// read again; when that keeps failing the first of them goes to quarantine, so that the ones behind it get their turn.
/// Rows that wait for the store wait as long as it takes.
/// </summary>
internal sealed partial class InboxFailureHandler(
    PartitionSignal signal,
    IInboxLog log,
    InboxOptions options,
    Func<Task<bool>> isHeldUp,
    ILogger<InboxFailureHandler> logger) : IStreamFailureHandler
{
    private const string Code = "delivery-failed";

    public bool ShouldFaultSubsriptionOnError => false;

    public Task OnSubscriptionFailure(
        GuidId subscriptionId, string streamProviderName, StreamId streamIdentity, StreamSequenceToken? sequenceToken)
    {
        signal.Rewind();
        return Task.CompletedTask;
    }

    public async Task OnDeliveryFailure(
        GuidId subscriptionId, string streamProviderName, StreamId streamIdentity, StreamSequenceToken? sequenceToken)
    {
        try
        {
            var (streamNamespace, number) = signal.Partition;
            var position = await log.Checkpoint(streamNamespace, number, CancellationToken.None);
            if (await WaitsForStore())
                return;
            var failedCount = signal.Failed(position);
            LogFailure(logger, signal.Partition.Key, position, failedCount);
            if (failedCount >= options.DeliveryAttemptCountMax)
                await Park(failedCount, CancellationToken.None);
        }
        finally
        {
            signal.Rewind();
        }
    }

    /// <summary>A partition that does not answer says nothing for its rows.</summary>
    private async Task<bool> WaitsForStore()
    {
        try
        {
            return await isHeldUp();
        }
        catch (Exception fault)
        {
            LogSilent(logger, signal.Partition.Key, fault);
            return false;
        }
    }

    private async Task Park(int attemptCount, CancellationToken cancellation)
    {
        var claim = await log.Claim(signal.Partition.Namespace, signal.Partition.Number, cancellation);
        var rows = await log.Read(signal.Partition.Namespace, signal.Partition.Number, claim.Position, cancellation);
        if (rows.IsEmpty)
            return;
        var parked = await Parked(rows[0], attemptCount, cancellation);
        await log.Advance(
            new InboxAdvance(
                signal.Partition.Namespace,
                signal.Partition.Number,
                claim,
                rows[0].Next,
                rows[0].RecordCount,
                rows[0].Body.Length,
                [new RowOutcome(rows[0].Position, 0, rows[0].RecordCount)],
                parked),
            cancellation);
    }

    private async Task<ImmutableArray<QuarantinedRecord>> Parked(
        InboxRow row, int attemptCount, CancellationToken cancellation)
    {
        const string detail = "The records could not be delivered to the grain of their partition.";
        try
        {
            var records = await log.Records(signal.Partition.Namespace, row, cancellation);
            return
            [
                .. records.Select((record, index) => new QuarantinedRecord(
                    new InboxOffset(row.Epoch, row.Partition, row.Row, index),
                    record,
                    [],
                    Code,
                    detail,
                    attemptCount)),
            ];
        }
        catch (InboxRowException fault)
        {
            return [Unreadable.Row(row, fault, attemptCount)];
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Partition {Partition} does not say what it waits for.")]
    private static partial void LogSilent(ILogger logger, string partition, Exception fault);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Rows of partition {Partition} from {Position} on were not delivered, for the {Count}. time.")]
    private static partial void LogFailure(ILogger logger, string partition, InboxPosition position, int count);
}
