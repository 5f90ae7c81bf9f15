using System.Data.Common;
using System.Threading.Channels;
using BillingActors.Storage.Accounts;

namespace BillingActors.Storage.Inbox;

/// <summary>
/// Lets appends to one stream share a flush. It takes what is waiting and does not linger: the flush before is the
/// linger.
/// </summary>
internal sealed class InboxWriter : IAsyncDisposable
{
    private const int FlushCountMax = 500;
    private const long FlushByteCountMax = 16L << 20;
    private const int QueueCountMax = 10_000;

    private readonly Channel<Waiting> _queue = Channel.CreateBounded<Waiting>(
        new BoundedChannelOptions(QueueCountMax) { SingleReader = true });

    private readonly string _namespace;
    private readonly IInboxTable _table;
    private readonly InboxGate _gate;
    private readonly Task _work;

    public InboxWriter(string streamNamespace, IInboxTable table, InboxOptions options)
    {
        (_namespace, _table) = (streamNamespace, table);
        _gate = new InboxGate(streamNamespace, table, options);
        _work = Task.Run(Work);
    }

    /// <summary>
    /// Hands an append over and waits for its flush; from here on no cancellation counts. Null, and nothing stored,
    /// where its epoch has ended.
    /// </summary>
    public Task<InboxReceipt?> Append(PreparedAppend append)
    {
        var waiting = new Waiting(append);
        if (!_queue.Writer.TryWrite(waiting))
            throw new StoreBusyException();
        return waiting.Answer.Task;
    }

    /// <summary>Takes nothing more, stores what waits, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _work;
    }

    private async Task Work()
    {
        while (await _queue.Reader.WaitToReadAsync())
        {
            var batch = await Take();
            foreach (var epoch in batch.GroupBy(waiting => waiting.Append.Epoch))
                await Flush(epoch.Key, [.. epoch]);
        }
    }

    /// <summary>What goes into the next flush; what the gate turns away is answered at once.</summary>
    private async Task<List<Waiting>> Take()
    {
        var batch = new List<Waiting>();
        var bytes = 0L;
        while (batch.Count < FlushCountMax && bytes < FlushByteCountMax && _queue.Reader.TryRead(out var waiting))
        {
            try
            {
                await _gate.Enter(waiting.Append, CancellationToken.None);
                batch.Add(waiting);
                bytes += waiting.Append.ByteCount;
            }
            catch (Exception fault)
            {
                waiting.Answer.TrySetException(fault);
            }
        }
        return batch;
    }

    private async Task Flush(int epoch, List<Waiting> batch)
    {
        try
        {
            var flush = new InboxFlush(_namespace, epoch, [.. batch.Select(waiting => waiting.Append)]);
            var stored = await _table.Append(flush, CancellationToken.None);
            var parts = stored?.ToLookup(flushed => flushed.Append);
            foreach (var waiting in batch)
            {
                waiting.Answer.TrySetResult(parts is null
                    ? null
                    : new InboxReceipt(epoch, [.. parts[waiting.Append].Select(flushed => flushed.Answer)]));
            }
        }
        catch (DbException fault)
        {
            Fail(batch, new UnknownOutcomeException("The database failed; records may be stored or not.", fault));
        }
        catch (Exception fault)
        {
            Fail(batch, fault);
        }
    }

    private static void Fail(List<Waiting> batch, Exception fault)
    {
        foreach (var waiting in batch)
            waiting.Answer.TrySetException(fault);
    }

    private sealed class Waiting(PreparedAppend append)
    {
        public PreparedAppend Append { get; } = append;

        public TaskCompletionSource<InboxReceipt?> Answer { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
