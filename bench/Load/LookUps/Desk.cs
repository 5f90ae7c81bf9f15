using System.Collections.Concurrent;
using System.Diagnostics;
using BillingActors.Load.Machine;

namespace BillingActors.Load.LookUps;

/// <summary>
/// An open loop: look-ups come when they are planned, whatever the answers do, and a time counts from the planned
/// moment, so that a stall shows in all that wait behind it.
/// </summary>
internal sealed class Desk : IAsyncDisposable
{
    private const int OutstandingMax = 10_000;

    private readonly Uri _address;
    private readonly byte[][] _requests;
    private readonly TimeSpan _gap;
    private readonly ConcurrentBag<HttpCaller> _idle = [];
    private readonly CancellationTokenSource _end = new();
    private readonly Task<TimeSpan[]> _work;
    private int _outstanding;

    private Desk(Uri address, byte[][] requests, int rate, int seed)
    {
        (_address, _requests, _gap) = (address, requests, TimeSpan.FromSeconds(1) / rate);
        _work = Task.Run(() => Run(new Random(seed)));
    }

    /// <summary>Begins to ask for random ones of the requests.</summary>
    public static Desk Start(Uri address, byte[][] requests, int rate, int seed) =>
        new(address, requests, rate, seed);

    /// <summary>Asks no more, and answers how long each look-up took once the last is answered.</summary>
    public async Task<Times> Stop()
    {
        await _end.CancelAsync();
        return new Times(await _work);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await ((Task)_work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var caller in _idle)
            caller.Dispose();
        _end.Dispose();
    }

    private async Task<TimeSpan[]> Run(Random random)
    {
        var asked = new List<Task<TimeSpan>>();
        var start = Stopwatch.GetTimestamp();
        for (var due = _gap; !_end.IsCancellationRequested; due += _gap)
        {
            await OpenLoop.Until(start, due);
            if (Interlocked.Increment(ref _outstanding) > OutstandingMax)
                throw new InvalidOperationException($"{OutstandingMax} look-ups wait for an answer.");
            asked.Add(Ask(_requests[random.Next(_requests.Length)], start, due));
        }
        return await Task.WhenAll(asked);
    }

    // A connection is taken where one is idle; otherwise the desk opens another, as a browser would.
    private async Task<TimeSpan> Ask(byte[] request, long start, TimeSpan due)
    {
        await Task.Yield();
        if (!_idle.TryTake(out var caller))
            caller = await HttpCaller.Connect(_address, CancellationToken.None);
        try
        {
            Askers.Accept(await caller.Get(request, CancellationToken.None));
        }
        catch
        {
            caller.Dispose();
            throw;
        }
        _idle.Add(caller);
        Interlocked.Decrement(ref _outstanding);
        return Stopwatch.GetElapsedTime(start) - due;
    }
}
