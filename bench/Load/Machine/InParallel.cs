using System.Diagnostics;

namespace BillingActors.Load.Machine;

/// <summary>Work of many workers, each of which takes its next item when the one before is done.</summary>
internal static class InParallel
{
    /// <summary>Does all items with so many workers, and answers how long it took.</summary>
    public static async Task<TimeSpan> Do<T>(
        IReadOnlyList<T> items, int workerCount, Func<T, Task> work, CancellationToken cancellation)
    {
        var next = -1;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, workerCount).Select(_ => Task.Run(
            async () =>
            {
                for (var at = Interlocked.Increment(ref next); at < items.Count; at = Interlocked.Increment(ref next))
                {
                    cancellation.ThrowIfCancellationRequested();
                    await work(items[at]);
                }
            },
            cancellation)));
        return Stopwatch.GetElapsedTime(start);
    }
}
