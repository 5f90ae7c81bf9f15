using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace BillingActors.Grains.BillRuns;

/// <summary>
/// Lets a run make way for whatever else this silo has to do. After some milliseconds of arithmetic it goes to the end
/// of the queue for threads; how long it waits there is measured, and where that is long and others still wait, it
/// stays away as long again. A run that is alone waits for nobody.
/// </summary>
internal sealed class RunPace : IDisposable
{
    /// <summary>
    /// The meter; its counters say for how long runs worked, and how much of it they waited for others.
    /// </summary>
    public const string MeterName = "BillingActors.Runs";

    private static readonly TimeSpan Stretch = TimeSpan.FromMilliseconds(4);
    private static readonly TimeSpan LongWait = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan PauseMax = TimeSpan.FromMilliseconds(20);

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<double> _worked;
    private readonly Counter<double> _yielded;

    public RunPace()
    {
        _worked = _meter.CreateCounter<double>("billing.runs.worked", "ms", "Arithmetic of runs between two yields.");
        _yielded = _meter.CreateCounter<double>("billing.runs.yielded", "ms", "Waited so that others get their turn.");
    }

    /// <summary>Begins a stretch of work.</summary>
    public static long Begin() => Stopwatch.GetTimestamp();

    /// <summary>
    /// Makes way where the stretch was long enough; answers when the next one began. Call it often: it costs nothing
    /// until then.
    /// </summary>
    public async ValueTask<long> MakeWay(long begun, CancellationToken cancellation)
    {
        var worked = Stopwatch.GetElapsedTime(begun);
        if (worked < Stretch)
            return begun;
        var start = Stopwatch.GetTimestamp();
        await EndOfQueue();
        var waited = Stopwatch.GetElapsedTime(start);
        // A thread that the machine took away makes the wait long too, but then nobody is helped by a pause.
        if (waited > LongWait && ThreadPool.PendingWorkItemCount > 0)
            await Task.Delay(waited < PauseMax ? waited : PauseMax, cancellation);
        _worked.Add(worked.TotalMilliseconds);
        _yielded.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return Stopwatch.GetTimestamp();
    }

    public void Dispose() => _meter.Dispose();

    // The scheduler of a grain would go on at once with what it yields: only the pool's own queue has the others in it.
    private static Task EndOfQueue()
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        ThreadPool.UnsafeQueueUserWorkItem(static turn => turn.SetResult(), turn, preferLocal: false);
        return turn.Task;
    }
}
