using BillingActors.Grains.Webhooks;

namespace BillingActors.Grains.Tests.Webhooks;

public sealed class RetryPlanTests
{
    [Fact]
    public void Attempts_come_later_each_time_and_end_after_about_three_days()
    {
        var least = Pauses(0);
        var most = Pauses(1);

        Assert.Equal(RetryPlan.AttemptCountMax - 1, least.Count);
        Assert.Equal(least.Order(), least);
        Assert.All(least.Zip(most), pair => Assert.True(pair.First < pair.Second, "Nobody waits by the clock alone."));
        foreach (var pauses in new[] { least, most })
            Assert.InRange(pauses.Sum(pause => pause.TotalDays), 3, 4);
        Assert.Null(RetryPlan.After(RetryPlan.AttemptCountMax, TimeSpan.FromSeconds(1), 0));
    }

    [Fact]
    public void What_the_receiver_asks_for_is_kept_where_it_is_longer_and_not_endless()
    {
        Assert.Equal(TimeSpan.FromMinutes(1), RetryPlan.After(1, TimeSpan.FromMinutes(1), 0));
        Assert.Equal(TimeSpan.FromMinutes(5), RetryPlan.After(2, TimeSpan.FromMinutes(1), 0));
        Assert.Equal(TimeSpan.FromSeconds(5), RetryPlan.After(1, TimeSpan.FromSeconds(-60), 0));
        Assert.InRange(RetryPlan.After(1, TimeSpan.FromDays(900), 0)!.Value.TotalHours, 24, 30);
    }

    private static List<TimeSpan> Pauses(double random) =>
    [
        .. Enumerable.Range(1, RetryPlan.AttemptCountMax).Select(count => RetryPlan.After(count, null, random))
            .OfType<TimeSpan>(),
    ];
}
