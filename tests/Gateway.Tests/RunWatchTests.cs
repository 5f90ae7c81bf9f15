using BillingActors.Gateway.Runs;
using BillingActors.Gateway.Tests.Fakes;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.BillRuns;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace BillingActors.Gateway.Tests;

public sealed class RunWatchTests : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(500);
    private readonly FakeTimeProvider _clock = new();
    private readonly CountedRun _run = new();
    private readonly Lifetime _lifetime = new();
    private readonly CountedLog _log = new();
    private readonly RunWatch _watch;

    public RunWatchTests()
    {
        var grains = new FakeGrains();
        grains.Make<IBillRunGrain>(_ => _run.Grain);
        _watch = new RunWatch(grains.Factory, _clock, _lifetime, _log);
    }

    public void Dispose() => _lifetime.Dispose();

    [Fact]
    public async Task However_many_look_the_run_is_asked_once()
    {
        using var leaving = new CancellationTokenSource();
        var pages = Enumerable.Range(0, 20).Select(_ => _watch.Follow("run-1", leaving.Token).GetAsyncEnumerator())
            .ToList();
        foreach (var page in pages)
            Assert.Equal(3, await Next(page));
        var asked = _run.Count;

        _run.Move(4);
        await Advance();
        foreach (var page in pages)
            Assert.Equal(4, await Next(page));

        Assert.Equal((1, 1), (asked, _run.Count - asked));
        Assert.Equal(1, _watch.FeedCount);
    }

    [Fact]
    public async Task Nobody_is_told_of_what_did_not_change_and_the_slow_see_the_newest()
    {
        await using var page = _watch.Follow("run-1", Http.Cancellation).GetAsyncEnumerator();
        Assert.Equal(3, await Next(page));
        await Advance();
        foreach (var sequence in new[] { 5, 6, 7 })
        {
            _run.Move(sequence);
            await Advance();
        }
        Assert.Equal(7, await Next(page));
    }

    [Fact]
    public async Task The_watching_ends_with_the_last_page_and_begins_anew()
    {
        var page = _watch.Follow("run-1", Http.Cancellation).GetAsyncEnumerator();
        Assert.Equal(3, await Next(page));
        await page.DisposeAsync();
        Assert.Equal(0, _watch.FeedCount);
        var asked = _run.Count;
        _clock.Advance(Tick * 10);
        Assert.Equal(asked, _run.Count);

        await using var again = _watch.Follow("run-1", Http.Cancellation).GetAsyncEnumerator();
        Assert.Equal(3, await Next(again));
    }

    [Fact]
    public async Task A_look_that_fails_is_no_end()
    {
        await using var page = _watch.Follow("run-1", Http.Cancellation).GetAsyncEnumerator();
        Assert.Equal(3, await Next(page));
        _run.Break();
        await Advance();
        _run.Move(9);
        await Advance();
        Assert.Equal(9, await Next(page));
    }

    [Fact]
    public async Task A_process_that_stops_asks_no_more_and_complains_of_nothing()
    {
        await using var page = _watch.Follow("run-1", Http.Cancellation).GetAsyncEnumerator();
        Assert.Equal(3, await Next(page));
        _run.Break();
        await Advance();
        await Until(() => _log.Count > 0);
        var (asked, complaints) = (_run.Count, _log.Count);

        _lifetime.StopApplication();
        for (var i = 0; i < 10; i++)
        {
            _clock.Advance(Tick);
            await Task.Delay(5, Http.Cancellation);
        }

        Assert.Equal((asked, complaints), (_run.Count, _log.Count));
    }

    private static async Task Until(Func<bool> isSo)
    {
        for (var i = 0; i < 1500 && !isSo(); i++)
            await Task.Delay(20, Http.Cancellation);
        Assert.True(isSo());
    }

    private static async Task<long?> Next(IAsyncEnumerator<RunView?> page)
    {
        Assert.True(await page.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30), Http.Cancellation));
        return page.Current?.Sequence;
    }

    /// <summary>The watch looks once more, and has looked when this returns.</summary>
    private async Task Advance()
    {
        var next = _run.NextLook();
        while (!next.IsCompleted)
        {
            _clock.Advance(Tick);
            await Task.WhenAny(next, Task.Delay(20, Http.Cancellation));
        }
    }

    private sealed class Lifetime : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource _stopping = new();

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => _stopping.Token;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => _stopping.Cancel();

        public void Dispose() => _stopping.Dispose();
    }

    private sealed class CountedLog : ILogger<RunWatch>
    {
        private int _count;

        public int Count => Volatile.Read(ref _count);

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) => Interlocked.Increment(ref _count);
    }

    private sealed class CountedRun
    {
        private readonly FakeRun _fake = new("run-1");
        private TaskCompletionSource _looked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _count;
        private bool _isBroken;

        public CountedRun() => Grain = FakeGrains.InPlaceOf<IBillRunGrain>(() =>
        {
            Interlocked.Increment(ref _count);
            Interlocked.Exchange(
                ref _looked, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
            return _isBroken ? throw new TimeoutException() : _fake;
        });

        public IBillRunGrain Grain { get; }

        public int Count => Volatile.Read(ref _count);

        public Task NextLook() => Volatile.Read(ref _looked).Task;

        public void Move(long sequence)
        {
            _isBroken = false;
            _fake.Now = FakeRun.Sample("run-1") with { Sequence = sequence };
        }

        public void Break() => _isBroken = true;
    }
}
