using System.Diagnostics;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.BillRuns;
using BillingActors.Grains.Interfaces.Commands;

namespace BillingActors.Load.Cycles;

/// <summary>Takes a run from its plan to its close.</summary>
internal sealed class CycleRun(IGrainFactory grains, int accountCount)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(10);

    /// <summary>The same, and balances are looked up meanwhile.</summary>
    public async Task<EngineTimes> BillBesideLookUps(CycleBook.Cycle cycle, CancellationToken cancellation)
    {
        await using var lookUps = BalanceLookUps.Start(grains, accountCount);
        var times = await Bill(cycle, cancellation);
        return new EngineTimes(times.Calculate, times.Release, await lookUps.Stop());
    }

    /// <summary>From the plan to the close; every account must be billed.</summary>
    public async Task<RunTimes> Bill(CycleBook.Cycle cycle, CancellationToken cancellation)
    {
        var run = grains.GetGrain<IBillRunGrain>(cycle.RunId);
        var start = Stopwatch.GetTimestamp();
        Accept(await run.Plan(Envelope(cycle, "plan"), CycleBook.PlanOf(cycle), cancellation));
        await Reach(run, "reconciled", cancellation);
        var calculate = Stopwatch.GetElapsedTime(start);

        Accept(await run.Approve(Envelope(cycle, "approve"), cancellation));

        start = Stopwatch.GetTimestamp();
        Accept(await run.Release(Envelope(cycle, "release"), cancellation));
        var view = await Reach(run, "closed", cancellation);
        var release = Stopwatch.GetElapsedTime(start);
        if (view.IssuedCount != accountCount)
            throw new InvalidOperationException($"The run issued {view.IssuedCount} of {accountCount} invoices.");
        return new RunTimes(calculate, release);
    }

    private static async Task<RunView> Reach(IBillRunGrain run, string stage, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Poll);
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            var view = await run.View(cancellation);
            if (view?.Stage == stage)
                return view;
            if (view?.Difference is { } difference)
                throw new InvalidOperationException($"The run does not reconcile: {difference}");
        }
        throw new OperationCanceledException(cancellation);
    }

    private static CommandEnvelope Envelope(CycleBook.Cycle cycle, string what) => new(
        $"{cycle.RunId}-{what}", "person", "bench", "cli", TimeProvider.System.GetUtcNow(), "benchmark");

    private static void Accept(Reply<RunView> reply)
    {
        if (reply.Problem is { } problem)
            throw new InvalidOperationException($"The run was refused: {problem.Code}: {problem.Detail}");
    }
}
