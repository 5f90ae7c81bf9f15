using System.Diagnostics;

namespace BillingActors.Survival.Processes;

/// <summary>Waits for facts, looking often and not for ever.</summary>
internal static class Wait
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    /// <summary>Looks until the fact holds; answers how long that took, or says what did not come true.</summary>
    public static async Task<TimeSpan> Until(
        string fact, TimeSpan longest, Func<Task<bool>> holds, CancellationToken cancellation)
    {
        var since = Stopwatch.StartNew();
        while (!await holds())
        {
            if (since.Elapsed > longest)
                throw new TimeoutException($"Not within {longest.TotalSeconds:N0} s: {fact}.");
            await Task.Delay(Between, cancellation);
        }
        return since.Elapsed;
    }
}
