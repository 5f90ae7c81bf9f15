using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.BillRuns;

namespace BillingActors.Gateway.Runs;

/// <summary>
/// Watches runs for all pages of this process: however many look at a run, it is asked once, twice a second at most,
/// and no more once the process stops, when there is no silo left to ask.
/// </summary>
internal sealed partial class RunWatch(
    IGrainFactory grains, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<RunWatch> log)
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(500);
    private readonly ConcurrentDictionary<string, Feed> _feeds = new(StringComparer.Ordinal);
    private readonly Lock _joining = new();

    /// <summary>How many runs are watched now.</summary>
    public int FeedCount => _feeds.Count;

    /// <summary>
    /// The run as it stands, then whenever it changed; null when there is none. Whoever is slow sees the newest only.
    /// </summary>
    public async IAsyncEnumerable<RunView?> Follow(
        string runId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var mine = Channel.CreateBounded<RunView?>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        var feed = Join(runId, mine);
        try
        {
            await foreach (var view in mine.Reader.ReadAllAsync(cancellation))
                yield return view;
        }
        finally
        {
            Leave(runId, feed, mine);
        }
    }

    private Feed Join(string runId, Channel<RunView?> page)
    {
        lock (_joining)
        {
            var feed = _feeds.GetOrAdd(runId, static (_, stopping) => new Feed(stopping), lifetime.ApplicationStopping);
            feed.Add(page);
            // The first starts the watching; it ends with the last, and nobody waits for it.
            feed.Work ??= Task.Run(() => Watch(runId, feed), CancellationToken.None);
            return feed;
        }
    }

    private void Leave(string runId, Feed feed, Channel<RunView?> page)
    {
        lock (_joining)
        {
            if (!feed.Remove(page))
                return;
            _feeds.TryRemove(new KeyValuePair<string, Feed>(runId, feed));
            feed.Dispose();
        }
    }

    private async Task Watch(string runId, Feed feed)
    {
        using var timer = new PeriodicTimer(Between, clock);
        try
        {
            do
                await Look(runId, feed);
            while (await timer.WaitForNextTickAsync(feed.Ended));
        }
        catch (OperationCanceledException)
        {
            // The last page was left, or the process stops.
        }
    }

    private async Task Look(string runId, Feed feed)
    {
        try
        {
            feed.Tell(await grains.GetGrain<IBillRunGrain>(runId).View(feed.Ended));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The pages keep what they know; the next look may do better. A silo that stops answers nobody: no news.
            if (!feed.Ended.IsCancellationRequested)
                LogFault(log, runId, fault);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Bill run {RunId} could not be looked at")]
    private static partial void LogFault(ILogger logger, string runId, Exception fault);

    private sealed class Feed : IDisposable
    {
        private readonly List<Channel<RunView?>> _pages = [];
        private readonly CancellationTokenSource _end;
        private RunView? _last;
        private bool _isKnown;

        public Feed(CancellationToken stopping)
        {
            _end = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            Ended = _end.Token;
        }

        public Task? Work { get; set; }

        public CancellationToken Ended { get; }

        public void Add(Channel<RunView?> page)
        {
            lock (_pages)
            {
                _pages.Add(page);
                if (_isKnown)
                    page.Writer.TryWrite(_last);
            }
        }

        /// <summary>Whether it was the last.</summary>
        public bool Remove(Channel<RunView?> page)
        {
            lock (_pages)
                return _pages.Remove(page) && _pages.Count == 0;
        }

        public void Tell(RunView? view)
        {
            lock (_pages)
            {
                if (_isKnown && view?.Sequence == _last?.Sequence && (view is null) == (_last is null))
                    return;
                (_last, _isKnown) = (view, true);
                foreach (var page in _pages)
                    page.Writer.TryWrite(view);
            }
        }

        public void Dispose()
        {
            _end.Cancel();
            _end.Dispose();
        }
    }
}
