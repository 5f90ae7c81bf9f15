using BillingActors.Domain.Rating.Subscriptions.Timing;
using BillingActors.Domain.Tariffs.Recurring;
using BillingActors.Domain.Tariffs.Settings.Subscriptions;
using CsCheck;
using static BillingActors.Domain.Tests.Rating.Given;
using static BillingActors.Domain.Tests.Rating.Subscriptions.GivenLife;

namespace BillingActors.Domain.Tests.Rating.Subscriptions;

/// <summary>The boundaries of periods.</summary>
public sealed class BillingAnchorTests
{
    [Fact]
    public void The_31st_is_the_last_day_of_short_months_and_never_drifts() => Assert.Equal(
        ["2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31", "2024-06-30", "2024-07-31"],
        Boundaries(Of(Month, "2024-01-31", null), 7));

    [Fact]
    public void The_30th_is_28_February_and_the_30th_again() => Assert.Equal(
        ["2025-01-30", "2025-02-28", "2025-03-30"], Boundaries(Of(Month, "2025-01-30", null), 3));

    [Fact]
    public void A_year_from_29_February_is_28_February_until_the_next_leap_year() => Assert.Equal(
        ["2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"],
        Boundaries(Of(Year, "2024-02-29", null), 5));

    [Fact]
    public void A_billing_day_31_on_the_last_day_of_February_is_a_boundary() =>
        Assert.Equal(["2025-02-28", "2025-03-31"], Boundaries(Of(Month, "2025-02-28", 31), 2));

    [Fact]
    public void Weeks_and_days_count_from_the_start_or_from_Monday()
    {
        var fortnight = new BillingInterval(IntervalUnit.Week, 2);
        Assert.Equal(["2025-01-01", "2025-01-15"], Boundaries(Of(fortnight, "2025-01-01", null), 2));
        var week = BillingAnchor.Of(
            new(IntervalUnit.Week, 1), Day("2025-01-01"), null, BillingAlignment.Calendar, FirstPeriod.NextBillingDay);
        Assert.Equal(["2025-01-06", "2025-01-13"], Boundaries(week, 2));
        Assert.Equal(
            ["2025-01-01", "2025-01-11"], Boundaries(Of(new(IntervalUnit.Day, 10), "2025-01-01", null), 2));
    }

    [Fact]
    public void Calendar_quarters_begin_in_January() => Assert.Equal(
        ["2025-04-01", "2025-07-01"],
        Boundaries(BillingAnchor.Of(
            Quarter, Day("2025-02-10"), null, BillingAlignment.Calendar, FirstPeriod.NextBillingDay), 2));

    // A year that starts on 20 February with billing day 15: the next 15th, or that of February and then a year later.
    [Theory]
    [InlineData(FirstPeriod.NextBillingDay, "2011-03-15")]
    [InlineData(FirstPeriod.WholeInterval, "2012-02-15")]
    public void The_first_boundary_of_a_year_is_a_setting(FirstPeriod first, string expected) => Assert.Equal(
        [expected],
        Boundaries(BillingAnchor.Of(Year, Day("2011-02-20"), 15, BillingAlignment.Anniversary, first), 1));

    [Fact]
    public void Each_day_lies_in_one_period_and_periods_follow_each_other() =>
        Gen.Select(Gen.Int[0, 4000], Gen.Int[1, 31], Gen.Int[1, 13], Gen.Int[0, 2], Gen.Int[-900, 900]).Sample(
            (start, day, count, unit, offset) =>
            {
                var first = Day("2020-01-01").PlusDays(start);
                var anchor = BillingAnchor.Of(
                    new((IntervalUnit)unit, count), first, day, BillingAlignment.Anniversary,
                    FirstPeriod.NextBillingDay);
                var period = anchor.PeriodOf(first.PlusDays(offset));
                Assert.True(period.Contains(first.PlusDays(offset)));
                Assert.Equal(period.Until, anchor.PeriodOf(period.Until).From);
                Assert.Equal(period, anchor.PeriodOf(period.Until.PlusDays(-1)));
            });

    private static BillingAnchor Of(BillingInterval interval, string start, int? day) =>
        BillingAnchor.Of(interval, Day(start), day, BillingAlignment.Anniversary, FirstPeriod.NextBillingDay);

    private static string[] Boundaries(BillingAnchor anchor, int count) =>
        [.. Enumerable.Range(0, count).Select(i => anchor.Boundary(i).ToString("uuuu-MM-dd", null))];
}
