using System.Threading.Channels;

namespace BillingActors.Storage.Accounts;

/// <summary>
/// Lets commits of many accounts share one flush. An account always goes to the same writer; a writer takes what is
/// waiting and does not linger: the flush before is the linger.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private readonly Channel<Waiting>[] _queues;
    private readonly Task[] _writers;
    private readonly IFlush _flush;
    private readonly int _flushCountMax;

    public GroupCommit(IFlush flush, int writerCount, StorageOptions options)
    {
        (_flush, _flushCountMax) = (flush, options.FlushCountMax);
        _queues = [.. Enumerable.Range(0, writerCount).Select(_ => Queue(options.QueueCountMax))];
        _writers = [.. _queues.Select(queue => Task.Run(() => Work(queue.Reader)))];
    }

    /// <summary>Hands a commit over and waits for its flush; from here on no cancellation counts.</summary>
    public Task<LoadedAccount> Append(PreparedCommit commit)
    {
        var waiting = new Waiting(commit);
        if (!_queues[Shard(commit.Key)].Writer.TryWrite(waiting))
            throw new StoreBusyException();
        return waiting.Answer.Task;
    }

    /// <summary>Takes nothing more, stores what waits, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var queue in _queues)
            queue.Writer.TryComplete();
        await Task.WhenAll(_writers);
    }

    private static Channel<Waiting> Queue(int countMax) =>
        Channel.CreateBounded<Waiting>(new BoundedChannelOptions(countMax) { SingleReader = true });

    private int Shard(string key) => (int)(StableHash.Of(key) % (uint)_queues.Length);

    private async Task Work(ChannelReader<Waiting> queue)
    {
        var held = new List<Waiting>();
        while (held.Count > 0 || await queue.WaitToReadAsync())
            await Flush(Take(queue, held));
    }

    /// <summary>
    /// What goes into the next flush, sorted by account. Of an account only the first goes: later ones were decided on
    /// a
    /// state that will be old, and go through the fence with the next flush.
    /// </summary>
    private List<Waiting> Take(ChannelReader<Waiting> queue, List<Waiting> held)
    {
        var batch = new SortedList<string, Waiting>(StringComparer.Ordinal);
        held.RemoveAll(waiting => batch.TryAdd(waiting.Commit.Key, waiting));
        while (batch.Count + held.Count < _flushCountMax && queue.TryRead(out var waiting))
        {
            if (!batch.TryAdd(waiting.Commit.Key, waiting))
                held.Add(waiting);
        }
        return [.. batch.Values];
    }

    private async Task Flush(List<Waiting> batch)
    {
        try
        {
            await Write(batch);
        }
        catch (Exception fault) when (batch.Count == 1 || StoreFaults.IsOutage(fault))
        {
            Fail(batch, fault);
        }
        catch (Exception)
        {
            await WriteEachAlone(batch);
        }
    }

    /// <summary>One bad commit fails alone; when the database goes away meanwhile, the rest fails with it.</summary>
    private async Task WriteEachAlone(List<Waiting> batch)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            try
            {
                await Write([batch[i]]);
            }
            catch (Exception fault) when (fault is not UnknownOutcomeException && StoreFaults.IsOutage(fault))
            {
                Fail(batch[i..], fault);
                return;
            }
            catch (Exception fault)
            {
                Fail([batch[i]], fault);
            }
        }
    }

    private async Task Write(List<Waiting> batch)
    {
        var stored = await _flush.Write([.. batch.Select(w => w.Commit)], checkpoint: null, CancellationToken.None);
        var winners = stored.ToDictionary(winner => winner.Prepared);
        foreach (var waiting in batch)
        {
            if (winners.TryGetValue(waiting.Commit, out var winner))
                waiting.Answer.TrySetResult(winner.After);
            else
                waiting.Answer.TrySetException(
                    new StaleVersionException(waiting.Commit.Key, waiting.Commit.Before.Version));
        }
    }

    private static void Fail(List<Waiting> batch, Exception fault)
    {
        foreach (var waiting in batch)
            waiting.Answer.TrySetException(fault);
    }

    private sealed class Waiting(PreparedCommit commit)
    {
        public PreparedCommit Commit { get; } = commit;

        public TaskCompletionSource<LoadedAccount> Answer { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
