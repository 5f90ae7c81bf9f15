using System.Globalization;
using BillingActors.Domain.Rating.Subscriptions;
using BillingActors.Domain.Tariffs.Recurring;
using static BillingActors.Domain.Tests.Rating.Subscriptions.GivenLife;

namespace BillingActors.Domain.Tests.Rating.Published;

/// <summary>
/// Fees that the tests of Lago, a usage biller, expect of a plan: calendar and anniversary periods, trials that do not
/// move them, terminations and upgrades (spec/services/fees, spec/scenarios/subscriptions). A termination is billed
/// with its day; an upgrade begins the new plan on its day.
/// </summary>
public sealed class LagoSubscriptionTests
{
    private static readonly BillingInterval Week = new(IntervalUnit.Week, 1);

    // Plans of 100; a first period by calendar, in advance and in arrears.
    [Theory]
    [InlineData("week", "2022-06-20", 0, "100")]
    [InlineData("week", "2022-06-20", 3, "57.14")]
    [InlineData("week", "2022-06-20", 10, "0")]
    [InlineData("week", "2022-06-22", 0, "71.43")]
    [InlineData("week", "2022-06-22", 3, "28.57")]
    [InlineData("week", "2022-06-22", 10, "0")]
    [InlineData("month", "2022-01-01", 0, "100")]
    [InlineData("month", "2022-01-01", 3, "90.32")]
    [InlineData("month", "2022-01-01", 45, "0")]
    [InlineData("month", "2022-03-15", 0, "54.84")]
    [InlineData("month", "2022-03-15", 3, "45.16")]
    [InlineData("month", "2022-03-15", 45, "0")]
    [InlineData("year", "2022-01-01", 0, "100")]
    [InlineData("year", "2022-03-15", 0, "80")]
    public void A_first_period_of_the_calendar(string per, string start, int trial, string fee)
    {
        Assert.Equal(Number(fee), First(per, start, trial, isInAdvance: true));
        Assert.Equal(Number(fee), First(per, start, trial, isInAdvance: false));
    }

    // Trials that end in a later period: the days that are left of it are billed.
    [Theory]
    [InlineData("week", "2022-01-03", 10, "2022-01-10", "57.14")]
    [InlineData("month", "2022-01-15", 32, "2022-02-01", "46.43")]
    [InlineData("year", "2022-01-01", 35, "2022-01-01", "90.41")]
    public void A_trial_that_ends_later(string per, string start, int trial, string period, string fee)
    {
        var life = Calendar(per, start, "2023-01-01", trial, isInAdvance: false);
        var lines = Bills(life).SelectMany(bill => bill.Rating.Lines).OrderBy(line => line.Period.From);
        var first = lines.First(line => !line.Amount.IsZero);
        Assert.True(first.Period.From >= Given.Day(period));
        Assert.Equal(Number(fee), first.Amount.ToDecimal());
    }

    // 15 to 20 March; since the 1st it is 20 of 31 days, or 19 where an upgrade follows; after a trial of 18 days 2.
    [Theory]
    [InlineData("2022-03-20", "inclusive", 0, "64.52")]
    [InlineData("2022-03-20", "exclusive", 0, "61.29")]
    [InlineData("2022-03-20", "inclusive", 18, "6.45")]
    [InlineData("2022-03-20", "inclusive", 45, "0")]
    public void A_termination_in_a_month(string on, string lastDay, int trial, string fee) => Assert.Equal(
        Number(fee),
        Bills(Life("2022-03-01", "2022-05-01", 1, [Plan("a", Fee(100m, Month, inAdvance: false))], Cancel(on))
            .Set(("last-day", lastDay), ("trial-days", Text(trial)), ("trial-anchor", "start"))).Sum(Sum));

    // 910 a quarter of 91 days; 15 April or 1 April on; from 20 May to 20 June, which counts, 32 days.
    [Fact]
    public void An_upgraded_plan_is_prorated_on_the_whole_quarter()
    {
        var cheap = Plan("cheap", Fee(455m, Quarter, inAdvance: false));
        var dear = Plan("dear", Fee(910m, Quarter, inAdvance: false));
        var upgraded = Life("2024-01-15", "2024-07-15", null, [cheap, dear],
            Change("2024-05-20", "dear"), Cancel("2024-06-20")).Set(("last-day", "inclusive"));
        Assert.Equal(320m, Sum(Bills(upgraded)[^1]));
        var calendar = Life("2024-05-20", "2024-07-15", null, [dear], Cancel("2024-06-20"))
            .Set(("last-day", "inclusive"), ("billing-alignment", "calendar"));
        Assert.Equal(320m, Sum(Assert.Single(Bills(calendar))));
    }

    private static decimal First(string per, string start, int trial, bool isInAdvance)
    {
        var life = Calendar(per, start, "2023-02-01", trial, isInAdvance);
        var end = LocalEnd(per, start);
        return Bills(life).SelectMany(bill => bill.Rating.Lines)
            .Where(line => line.Period.From < end).Sum(line => line.Amount.ToDecimal());
    }

    private static NodaTime.LocalDate LocalEnd(string per, string start)
    {
        var day = Given.Day(start);
        return per switch
        {
            "week" => day.PlusDays(8 - (int)day.DayOfWeek),
            "month" => new NodaTime.LocalDate(day.Year, day.Month, 1).PlusMonths(1),
            _ => new NodaTime.LocalDate(day.Year + 1, 1, 1),
        };
    }

    private static SubscriptionRequest Calendar(string per, string start, string until, int trial, bool isInAdvance)
    {
        var interval = per switch { "week" => Week, "month" => Month, _ => Year };
        return Life(start, until, null, [Plan("a", Fee(100m, interval, isInAdvance))])
            .Set(("billing-alignment", "calendar"), ("trial-days", Text(trial)), ("trial-anchor", "start"));
    }

    private static decimal Sum(SubscriptionBill bill) => bill.Rating.Lines.Sum(line => line.Amount.ToDecimal());

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
