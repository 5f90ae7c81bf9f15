namespace BillingActors.Grains.Tests.Engine;

/// <summary>Stops one write of the account store until the test lets it go on: a turn seen half way.</summary>
public sealed class StoreGate
{
    private Stop? _stop;

    /// <summary>The next write that fits waits; the task tells in which silo, once it does.</summary>
    public Stop Close(Predicate<string> fits, int time = 1) => _stop = new Stop(fits, time);

    /// <summary>Called by the store beside its writes.</summary>
    public Task Pass(string what, string silo) =>
        Volatile.Read(ref _stop) is { } stop && stop.Takes(what) ? stop.Wait(silo) : Task.CompletedTask;

    /// <summary>A write that waits.</summary>
    public sealed class Stop(Predicate<string> fits, int time)
    {
        private const TaskCreationOptions Continue = TaskCreationOptions.RunContinuationsAsynchronously;

        private readonly TaskCompletionSource<string> _reached = new(Continue);
        private readonly TaskCompletionSource _open = new(Continue);
        private int _count;

        /// <summary>The silo whose write waits.</summary>
        public Task<string> Reached => _reached.Task.WaitAsync(TimeSpan.FromSeconds(60));

        public void Open() => _open.TrySetResult();

        /// <summary>The write that waits ends with a fault, whatever it has stored.</summary>
        public void Break(Exception fault) => _open.TrySetException(fault);

        internal bool Takes(string what) => fits(what) && Interlocked.Increment(ref _count) == time;

        internal Task Wait(string silo)
        {
            _reached.TrySetResult(silo);
            return _open.Task;
        }
    }
}
