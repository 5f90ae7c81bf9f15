using System.Diagnostics;

namespace BillingActors.Load.Machine;

/// <summary>Arrivals that come when they are planned, whether or not those before them were answered.</summary>
internal static class OpenLoop
{
    /// <summary>
    /// Waits until something planned for <paramref name="due"/> after <paramref name="start"/> is due; what is late
    /// comes at once. It is one gap at most and is not called off, so that no exception ends a measure.
    /// </summary>
    /// <param name="start">A time stamp of <see cref="Stopwatch"/>, from which the plan counts.</param>
    /// <param name="due">When it is planned; positive.</param>
    public static Task Until(long start, TimeSpan due)
    {
        var early = due - Stopwatch.GetElapsedTime(start);
        return early > TimeSpan.Zero ? Task.Delay(early, CancellationToken.None) : Task.CompletedTask;
    }
}
