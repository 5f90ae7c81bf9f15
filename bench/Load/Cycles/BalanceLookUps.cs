using System.Diagnostics;
using BillingActors.Grains.Interfaces;
using BillingActors.Load.Machine;

namespace BillingActors.Load.Cycles;

/// <summary>
/// A desk beside the run: balances of random accounts at a fixed rate, timed from when each was due, so that a stall
/// shows in all that wait behind it.
/// </summary>
internal sealed class BalanceLookUps : IAsyncDisposable
{
    private const int Seed = 20250701;
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(20);

    private readonly CancellationTokenSource _end = new();
    private readonly Task<List<TimeSpan>> _work;

    private BalanceLookUps(IGrainFactory grains, int accountCount) => _work = Run(grains, accountCount, _end.Token);

    public static BalanceLookUps Start(IGrainFactory grains, int accountCount) => new(grains, accountCount);

    /// <summary>Ends, and answers all times.</summary>
    public async Task<Times> Stop()
    {
        await _end.CancelAsync();
        return new Times(await _work);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _end.Dispose();
    }

    // Calls in flight are bounded by rate times response timeout.
    private static async Task<List<TimeSpan>> Run(IGrainFactory grains, int accountCount, CancellationToken end)
    {
        var random = new Random(Seed);
        var asked = new List<Task<TimeSpan>>();
        var start = Stopwatch.GetTimestamp();
        for (var due = Gap; !end.IsCancellationRequested; due += Gap)
        {
            await OpenLoop.Until(start, due);
            var key = CycleBook.AccountKey(1 + random.Next(accountCount));
            asked.Add(Ask(grains.GetGrain<IAccountGrain>(key), start, due));
        }
        return [.. await Task.WhenAll(asked)];
    }

    private static async Task<TimeSpan> Ask(IAccountGrain account, long start, TimeSpan due)
    {
        await account.Balance(CancellationToken.None);
        return Stopwatch.GetElapsedTime(start) - due;
    }
}
