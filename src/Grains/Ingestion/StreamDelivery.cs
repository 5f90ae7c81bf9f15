using BillingActors.Storage;
using BillingActors.Storage.Inbox;
using Microsoft.Extensions.Logging;

namespace BillingActors.Grains.Ingestion;

/// <summary>
/// Gives rows their effect: one call per subject with all its records, so many at a time, each tried a few times; a
/// consumer that takes pages gets many subjects in one call first. What a subject cannot take is parked and does not
/// hold the others.
/// </summary>
internal sealed partial class StreamDelivery(IInboxLog log, InboxOptions options, ILogger<StreamDelivery> logger)
{
    private const int DetailLengthMax = 300;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);

    /// <summary>Works rows off; throws where the store is away, for then nobody is to blame.</summary>
    public async Task<WorkedRows> Work(
        IStreamConsumer consumer, IReadOnlyList<InboxRow> rows, CancellationToken cancellation)
    {
        var parked = new List<QuarantinedRecord>();
        var records = new List<(InboxRecord Record, DeliveredRecord Delivered)>();
        foreach (var row in rows)
        {
            try
            {
                var own = await log.Records(consumer.Namespace, row, cancellation);
                records.AddRange(own.Select((record, index) => (record, Delivered(row, record, index))));
            }
            catch (InboxRowException fault)
            {
                LogUnreadable(logger, consumer.Namespace, row.Partition, row.Position);
                parked.Add(Unreadable.Row(row, fault, attemptCount: 1));
            }
        }
        var calls = records.GroupBy(record => record.Record.Subject, StringComparer.Ordinal)
            .Select(group => new SubjectCall(group.Key, [.. group]))
            .ToList();
        var alone = consumer is IStreamPageConsumer paged ? await CallPages(paged, calls, cancellation) : calls;
        await CallAll(consumer, alone, cancellation);
        parked.AddRange(calls.SelectMany(call => call.Parked));
        return WorkedRows.Of(rows, [.. calls.SelectMany(call => call.Fates)], parked);
    }

    private static DeliveredRecord Delivered(InboxRow row, InboxRecord record, int index) => new(
        new InboxOffset(row.Epoch, row.Partition, row.Row, index),
        record.Source,
        record.Id,
        record.Body,
        row.AppendedAt);

    /// <summary>Page by page in the order of subjects; answers those that have to be delivered alone.</summary>
    private async Task<List<SubjectCall>> CallPages(
        IStreamPageConsumer consumer, List<SubjectCall> calls, CancellationToken cancellation)
    {
        var alone = new List<SubjectCall>();
        var inOrder = calls.OrderBy(call => call.Subject, StringComparer.Ordinal);
        foreach (var page in inOrder.Chunk(consumer.SubjectCountMax))
        {
            try
            {
                var verdicts = await consumer.DeliverPage(
                    [.. page.Select(call => new SubjectRecords(call.Subject, call.Records))], cancellation);
                foreach (var (call, own) in page.Zip(verdicts))
                    call.Judge(own, attempt: 1);
            }
            catch (Exception fault) when (!StoreFaults.IsOutage(fault))
            {
                LogPage(logger, consumer.Namespace, page.Length, fault);
                await EnsureStoreIsThere(consumer.Namespace, page[0], cancellation);
                alone.AddRange(page);
            }
        }
        return alone;
    }

    /// <summary>On the grain's own scheduler; the gate bounds what is under way.</summary>
    private async Task CallAll(IStreamConsumer consumer, List<SubjectCall> calls, CancellationToken cancellation)
    {
        using var gate = new SemaphoreSlim(options.DeliveryParallelCountMax);
        await Task.WhenAll(calls.Select(Enter));

        async Task Enter(SubjectCall call)
        {
            await gate.WaitAsync(cancellation);
            try
            {
                await Call(consumer, call, cancellation);
            }
            finally
            {
                gate.Release();
            }
        }
    }

    private async Task Call(IStreamConsumer consumer, SubjectCall call, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                call.Judge(await consumer.Deliver(call.Subject, call.Records, cancellation), attempt);
                return;
            }
            catch (Exception fault) when (attempt < options.DeliveryAttemptCountMax)
            {
                LogAttempt(logger, consumer.Namespace, call.Subject, attempt, fault);
                await Task.Delay(FirstPause * (1 << Math.Min(attempt - 1, 6)), cancellation);
            }
            catch (Exception fault) when (!StoreFaults.IsOutage(fault))
            {
                LogParked(logger, consumer.Namespace, call.Subject, attempt, fault);
                await EnsureStoreIsThere(consumer.Namespace, call, cancellation);
                var detail = $"{fault.GetType().Name}: {fault.Message}";
                call.Park(detail[..Math.Min(detail.Length, DetailLengthMax)], attempt);
                return;
            }
        }
    }

    /// <summary>
    /// A fault while the database is away says nothing about the records; then this read throws. A database that is
    /// full is still read, so faults of the store itself never come here.
    /// </summary>
    private Task<InboxPosition> EnsureStoreIsThere(
        string streamNamespace, SubjectCall call, CancellationToken cancellation) =>
        log.Checkpoint(streamNamespace, call.Records[0].Offset.Partition, cancellation);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Row {Position} of stream {Namespace}, partition {Partition}, cannot be read; it is parked.")]
    private static partial void LogUnreadable(
        ILogger logger, string @namespace, int partition, InboxPosition position);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "A page of {Count} subjects of stream {Namespace} failed; each is delivered alone.")]
    private static partial void LogPage(ILogger logger, string @namespace, int count, Exception fault);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Records of stream {Namespace} for {Subject} failed at attempt {Attempt}; they are tried again.")]
    private static partial void LogAttempt(
        ILogger logger, string @namespace, string subject, int attempt, Exception fault);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Records of stream {Namespace} for {Subject} failed {Attempt} times; they are parked.")]
    private static partial void LogParked(
        ILogger logger, string @namespace, string subject, int attempt, Exception fault);
}
