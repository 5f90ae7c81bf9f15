using BillingActors.Domain.Primitives;
using CsCheck;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Primitives;

public sealed class BillingCalendarTests
{
    private static readonly Gen<BillingCalendar> Calendars =
        Gen.Select(Gen.Int[1, 31], Gen.Int[1, 12], Gen.Int[1, 12], (day, months, month) =>
            new BillingCalendar(day, months, [], month));

    private static readonly int[] DivisorsOfTheYear = [1, 2, 3, 4, 6, 12];

    private static readonly Gen<LocalDate> Days =
        Gen.Int[0, 100_000].Select(days => new LocalDate(1900, 1, 1).PlusDays(days));

    [Fact]
    public void A_month_is_a_calendar_month() =>
        Assert.Equal(Between("2025-02-01", "2025-03-01"), BillingCalendar.Monthly.PeriodOf(Day("2025-02-28")));

    [Theory]
    [InlineData("2025-02-27", "2025-01-31", "2025-02-28")]
    [InlineData("2025-02-28", "2025-02-28", "2025-03-31")]
    [InlineData("2025-03-31", "2025-03-31", "2025-04-30")]
    [InlineData("2024-02-28", "2024-01-31", "2024-02-29")]
    [InlineData("2024-02-29", "2024-02-29", "2024-03-31")]
    [InlineData("2025-01-01", "2024-12-31", "2025-01-31")]
    public void An_anchor_that_a_month_does_not_have_falls_on_its_last_day(string day, string from, string until) =>
        Assert.Equal(Between(from, until), new BillingCalendar(31, 1, []).PeriodOf(Day(day)));

    [Theory]
    [InlineData("2025-01-14", "2024-10-15", "2025-01-15")]
    [InlineData("2025-01-15", "2025-01-15", "2025-04-15")]
    [InlineData("2025-03-31", "2025-01-15", "2025-04-15")]
    [InlineData("2025-12-31", "2025-10-15", "2026-01-15")]
    public void Quarters_begin_in_January(string day, string from, string until) =>
        Assert.Equal(Between(from, until), new BillingCalendar(15, 3, []).PeriodOf(Day(day)));

    [Theory]
    [InlineData(1, "2025-06-01", "2025-07-01")]
    [InlineData(2, "2025-05-01", "2025-07-01")]
    [InlineData(4, "2025-05-01", "2025-09-01")]
    [InlineData(6, "2025-01-01", "2025-07-01")]
    [InlineData(12, "2025-01-01", "2026-01-01")]
    public void Periods_of_many_months_divide_the_year(int months, string from, string until) =>
        Assert.Equal(Between(from, until), new BillingCalendar(1, months, []).PeriodOf(Day("2025-06-30")));

    [Theory]
    [InlineData(2, 2, "2025-06-01", "2025-08-01")]
    [InlineData(3, 2, "2025-05-01", "2025-08-01")]
    [InlineData(3, 12, "2025-06-01", "2025-09-01")]
    [InlineData(6, 4, "2025-04-01", "2025-10-01")]
    [InlineData(12, 7, "2024-07-01", "2025-07-01")]
    [InlineData(1, 7, "2025-06-01", "2025-07-01")]
    public void Periods_of_many_months_begin_in_the_anchor_month(int months, int month, string from, string until) =>
        Assert.Equal(Between(from, until), new BillingCalendar(1, months, [], month).PeriodOf(Day("2025-06-30")));

    [Fact]
    public void The_anchor_month_begins_a_period_where_periods_divide_the_year() =>
        Gen.Select(Calendars, Gen.Int[0, 5], Gen.Int[1900, 2200]).Sample((any, divisor, year) =>
        {
            var calendar = any with { Months = DivisorsOfTheYear[divisor] };
            var middle = new LocalDate(year, calendar.AnchorMonth, 1).PlusMonths(1).PlusDays(-1);
            var start = calendar.PeriodOf(middle)!.Value.From;
            Assert.Equal((year, calendar.AnchorMonth), (start.Year, start.Month));
        });

    [Fact]
    public void Explicit_boundaries_replace_the_rule_and_reach_only_so_far()
    {
        var calendar = new BillingCalendar(1, 1, [Day("2025-01-07"), Day("2025-02-05"), Day("2025-03-09")]);

        Assert.Null(calendar.PeriodOf(Day("2025-01-06")));
        Assert.Equal(Between("2025-01-07", "2025-02-05"), calendar.PeriodOf(Day("2025-02-04")));
        Assert.Equal(Between("2025-02-05", "2025-03-09"), calendar.PeriodOf(Day("2025-02-05")));
        Assert.Null(calendar.PeriodOf(Day("2025-03-09")));
        Assert.Null(calendar.EndingOn(Day("2025-01-07")));
        Assert.Equal(Between("2025-02-05", "2025-03-09"), calendar.EndingOn(Day("2025-03-09")));
        Assert.Null(calendar.Covering(Between("2025-02-01", "2025-03-10")));
        Assert.Equal(2, calendar.Covering(Between("2025-02-01", "2025-03-09"))!.Value.Length);
    }

    [Fact]
    public void No_period_ends_on_a_day_inside_one() =>
        Assert.Null(BillingCalendar.Monthly.EndingOn(Day("2025-02-02")));

    [Fact]
    public void A_day_lies_in_its_period_and_all_days_of_it_agree() =>
        Gen.Select(Calendars, Days, Gen.Int[0, 400]).Sample((calendar, day, other) =>
        {
            var period = calendar.PeriodOf(day)!.Value;
            Assert.True(period.Contains(day));
            Assert.Equal(period, calendar.PeriodOf(period.From.PlusDays(other % period.Days)));
        });

    [Fact]
    public void Periods_tile_time_without_gap_or_overlap() =>
        Gen.Select(Calendars, Days, Gen.Int[1, 1500]).Sample((calendar, day, length) =>
        {
            var span = new Period(day, day.PlusDays(length));
            var periods = calendar.Covering(span)!.Value;
            Assert.True(periods[0].Contains(span.From));
            Assert.True(periods[^1].Contains(span.Until.PlusDays(-1)));
            Assert.All(periods.Zip(periods.Skip(1)), pair => Assert.Equal(pair.First.Until, pair.Second.From));
        });

    [Fact]
    public void The_period_that_ends_on_a_day_is_the_one_before_it() =>
        Gen.Select(Calendars, Days).Sample((calendar, day) =>
        {
            var period = calendar.PeriodOf(day)!.Value;
            Assert.Equal(period, calendar.EndingOn(period.Until));
            if (day != period.From)
                Assert.Null(calendar.EndingOn(day));
        });

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    private static Period Between(string from, string until) => new(Day(from), Day(until));
}
