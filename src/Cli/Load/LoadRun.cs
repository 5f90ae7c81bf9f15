using System.Collections.Concurrent;
using System.Diagnostics;
using BillingActors.Cli.Client;

namespace BillingActors.Cli.Load;

/// <summary>
/// Sends arrivals when they are planned, whatever the answers do (an open loop): a gateway that stands still for a
/// second owes the answers of that second late, and its times show it.
/// </summary>
internal sealed class LoadRun(LoadCalls calls, LoadPlan plan, Action<string> progress)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<LoadOperation, LoadMeasure> _measures = new();
    private long _outstanding;
    private long _index;

    /// <summary>Sends all arrivals of the plan and waits for the last answer.</summary>
    public async Task<LoadReport> Run(CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var beside = Beside(end.Token);
        var answers = await Arrive(start, cancellation);
        await Task.WhenAll(answers);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await end.CancelAsync();
        await beside;
        return new LoadReport(plan, seconds, new SortedDictionary<LoadOperation, LoadMeasure>(_measures));
    }

    // Gaps between arrivals are exponential, as those of independent callers are.
    private async Task<List<Task>> Arrive(long start, CancellationToken cancellation)
    {
        var numbers = new Random(plan.Seed);
        var answers = new List<Task>(plan.ArrivalCount);
        var planned = TimeSpan.Zero;
        var told = 0;
        for (var i = 0; i < plan.ArrivalCount; i++)
        {
            planned += TimeSpan.FromSeconds(-Math.Log(1 - numbers.NextDouble()) / plan.Rate);
            while (Stopwatch.GetElapsedTime(start) < planned)
                await Task.Delay(Tick, cancellation);
            answers.Add(Send(plan.Profile.Draw(numbers.NextDouble()), numbers.Next(), start, planned, cancellation));
            if ((int)planned.TotalSeconds > told)
                Tell(told = (int)planned.TotalSeconds);
        }
        return answers;
    }

    private async Task Send(
        LoadOperation operation, int seed, long start, TimeSpan planned, CancellationToken cancellation)
    {
        var measure = _measures.GetOrAdd(operation, static _ => new LoadMeasure());
        if (Interlocked.Increment(ref _outstanding) > plan.OutstandingMax)
        {
            Interlocked.Decrement(ref _outstanding);
            measure.WasShed();
            return;
        }
        // The planner goes on at once: what a call does before it first waits must not hold up the next arrival.
        await Task.Yield();
        await Ask(operation, measure, seed, () => Stopwatch.GetElapsedTime(start) - planned, cancellation);
        Interlocked.Decrement(ref _outstanding);
    }

    private async Task Beside(CancellationToken cancellation)
    {
        if (plan.Profile.Beside is not { } operation)
            return;
        var measure = _measures.GetOrAdd(operation, static _ => new LoadMeasure());
        while (!cancellation.IsCancellationRequested)
        {
            var begun = Stopwatch.GetTimestamp();
            await Ask(operation, measure, 0, () => Stopwatch.GetElapsedTime(begun), cancellation);
        }
    }

    private async Task Ask(
        LoadOperation operation, LoadMeasure measure, int seed, Func<TimeSpan> since, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        // Work beside the arrivals takes as long as it takes.
        if (operation != plan.Profile.Beside)
            patience.CancelAfter(AnswerTime);
        try
        {
            await calls.Do(operation, Interlocked.Increment(ref _index), new Random(seed), patience.Token);
            measure.Took(since());
        }
        catch (RefusedException refused)
        {
            measure.Failed(refused.Code);
        }
        catch (Client.UnreachableException)
        {
            measure.Failed("unreachable");
        }
        catch (OperationCanceledException)
        {
            if (!cancellation.IsCancellationRequested)
                measure.Failed("no-answer");
        }
    }

    private void Tell(int second)
    {
        var (done, failed) = (0L, 0L);
        foreach (var measure in _measures.Values)
        {
            done += measure.Done;
            failed += measure.All - measure.Done;
        }
        var waiting = Interlocked.Read(ref _outstanding);
        progress(FormattableString.Invariant(
            $"{second} of {plan.Seconds} s: {done:N0} answered, {failed:N0} failed, {waiting:N0} waiting"));
    }
}
