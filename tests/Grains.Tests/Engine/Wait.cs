using System.Diagnostics;

namespace BillingActors.Grains.Tests.Engine;

/// <summary>Looks until a fact holds; a test that waits in vain says what it saw last.</summary>
internal static class Wait
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    public static async Task<T> Until<T>(Func<Task<T>> look, Predicate<T> holds)
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            var seen = await look();
            if (holds(seen))
                return seen;
            Assert.True(Stopwatch.GetElapsedTime(start) < Longest, $"In vain; the last look saw: {seen}");
            await Task.Delay(Between, TestContext.Current.CancellationToken);
        }
    }
}
