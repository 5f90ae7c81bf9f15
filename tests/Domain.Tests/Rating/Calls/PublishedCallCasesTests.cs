using System.Globalization;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.Calls;
using BillingActors.Domain.Tariffs.Calls;
using BillingActors.Domain.Tariffs.Calls.Choices;
using NodaTime;
using NodaTime.Text;
using static BillingActors.Domain.Tests.Rating.Calls.GivenCalls;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Rating.Calls;

/// <summary>
/// Costs that the tests of CGRateS, an open rating engine, expect of its own rates (engine/calldesc_test.go with
/// the rates of engine/loader_csv_test.go, general_tests/costs1_test.go and datachrg1_test.go).
/// </summary>
public sealed class PublishedCallCasesTests
{
    // R4 and R5 of plan EVENING: 1 a second and 1 to connect by day, 0.5 a second in the evening.
    private static readonly CallPlan Evening = Plan(
        "second",
        Rate("0256", 1m) with { Period = "day", Connect = 1m },
        Rate("0256", 0.5m) with { Period = "evening" });

    [Theory]
    [InlineData("2012-02-02T17:30:00Z", 3600, "2701")]
    [InlineData("2012-02-02T17:30:00Z", 0, "0")]
    [InlineData("2012-02-08T23:50:00Z", 30, "15")]
    [InlineData("2012-02-08T22:50:00Z", 3621, "1810.5")]
    [InlineData("2012-02-08T22:50:00Z", 110, "55")]
    public void A_call_is_split_where_the_evening_begins(string start, int seconds, string cost) =>
        Assert.Equal(decimal.Parse(cost, CultureInfo.InvariantCulture), Cost(Rated(Evening), start, seconds));

    [Fact]
    public void A_later_part_of_a_session_pays_no_connection()
    {
        var record = Record("2012-02-02T17:30:00Z", 3600).Continues("s");

        Assert.Equal(2700m, InUtc(Rated(Evening), record).Alone(record).Amount);
    }

    // LANDLINE_OFFPEAK: 1 a second, the first 60 seconds at once.
    [Theory]
    [InlineData("2013-10-08T09:23:02Z", 85, 85)]
    [InlineData("2013-10-07T14:50:00Z", 132, 132)]
    public void Rate_groups_follow_each_other(string start, int seconds, int cost) =>
        Assert.Equal(cost, Cost(Rated(Plan("second", Rate("0256", 1m, 60, 1))), start, seconds));

    // R2: 0.1 a minute by the second; the price of an increment has six decimals, the cost has four.
    [Fact]
    public void Rounded_increments_leave_a_trace_in_the_sum()
    {
        var rate = Rate("0256", 0.1m) with { Rounding = new CallRounding(RoundingMethod.Half, 4) };
        var request = Rated(Plan("minute", rate));

        Assert.Equal(0.3001m, Cost(request.Set("increment-decimals", "6"), "2017-02-02T17:30:00Z", 180));
        Assert.Equal(0.3m, Cost(request, "2017-02-02T17:30:00Z", 180));
    }

    // DY: 0.15 to connect, 0.05 a minute by the second, up to two decimals.
    [Fact]
    public void The_cost_of_a_call_is_rounded_up()
    {
        var rate = Rate("0256", 0.05m) with
        {
            Connect = 0.15m,
            Rounding = new CallRounding(RoundingMethod.Up, 2),
        };
        var request = Rated(Plan("minute", rate)).Set("increment-decimals", "6");

        Assert.Equal(0.17m, Cost(request, "2015-10-26T13:29:27Z", 24));
    }

    // MX: 1 a second, at most 10: free beyond it, or a limit of live calls alone.
    [Theory]
    [InlineData(BeyondMost.Free, 10)]
    [InlineData(BeyondMost.Bill, 1800)]
    [InlineData(BeyondMost.Disconnect, 10)]
    public void A_call_has_a_most(BeyondMost beyond, int cost)
    {
        var rate = Rate("0256", 1m) with { Most = 10m, BeyondMost = beyond };

        Assert.Equal(cost, Cost(Rated(Plan("second", rate)), "2015-03-23T19:00:00Z", 1800));
    }

    // RT_1CENT: 1 a second; RT_DATA_2c: 0.002 for each 10.
    [Fact]
    public void Plain_calls_and_data_cost_their_price()
    {
        Assert.Equal(90m, Cost(Rated(Plan("second", Rate("0256", 1m))), "2013-08-07T17:30:00Z", 90));
        var data = Record("2014-03-04T00:00:00Z", 20) with { Event = "data" };
        var request = InUtc(Rated(Plan("byte", Rate("all", 0.0002m, 10, 10))), data);

        Assert.Equal(0.004m, request.Alone(data).Amount);
    }

    private static decimal Cost(RatingRequest request, string start, int seconds)
    {
        var record = Record(start, seconds);
        return InUtc(request, record).Alone(record).Amount;
    }

    private static CallRecord Record(string start, int seconds) =>
        Call("1", Workday, seconds, "0256") with { Start = InstantPattern.General.Parse(start).Value };

    private static RatingRequest InUtc(RatingRequest request, CallRecord record)
    {
        var day = record.Start.InUtc().Date;
        var period = new Period(day, day.PlusDays(30));
        var versions = request.Tariff.Versions.Select(version => version with { ValidFrom = day.PlusYears(-1) });
        return request.In(period) with
        {
            Tariff = request.Tariff with { Zone = DateTimeZone.Utc, Versions = [.. versions] },
        };
    }
}
