using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.Calls;
using static BillingActors.Domain.Tests.Rating.Calls.GivenCalls;

namespace BillingActors.Domain.Tests.Rating.Calls;

/// <summary>
/// A least of a call that holds in some hours only, such as a minimum charge at night. By day a minute costs 0.12, in
/// the evening from six on 0.06 and a call at least 0.50.
/// </summary>
public sealed class CallLeastTests
{
    private static readonly RatingRequest Evening = Rated(Plan(
        "minute",
        Rate("49", 0.12m) with { Period = "day" },
        Rate("49", 0.06m) with { Period = "evening", Least = 0.5m }));

    [Theory]
    // One minute by day; one in the evening; half a minute of each, which costs 0.09; ten minutes, mostly by day.
    [InlineData("start", "17:30:00", 60, "0.12")]
    [InlineData("start", "18:30:00", 60, "0.5")]
    [InlineData("start", "17:59:30", 60, "0.09")]
    [InlineData("highest", "17:30:00", 60, "0.12")]
    [InlineData("highest", "18:30:00", 60, "0.5")]
    [InlineData("highest", "17:59:30", 60, "0.5")]
    [InlineData("highest", "17:50:30", 600, "1.17")]
    public void A_least_of_some_hours(string rule, string time, int seconds, string cost) => Assert.Equal(
        decimal.Parse(cost, null),
        Assert.Single(CallRating.RateAll(
            Evening.Set("call-least", rule).With(Call("1", $"2025-01-07T{time}", seconds))).Calls).Amount);

    // From the evening until the next morning, in two records: what the first cost at least is not given back.
    [Fact]
    public void The_least_of_a_session_holds_until_its_end()
    {
        var first = Call("1", "2025-01-07T23:59:00", 60) with { Session = "s" };
        var second = Call("2", "2025-01-08T00:00:00", 60).Continues("s");
        var request = Evening.Set("call-least", "highest").Set("session-days", "60");

        var one = CallRating.RateAll(request.With(first));
        var both = CallRating.RateAll(request.With(second).From(one.State)).Calls;

        Assert.Equal(0.5m, Assert.Single(one.State.Sessions).Least);
        Assert.Equal((0.5m, 0m), (one.Calls[0].Amount, Assert.Single(both).Amount));
    }

    // The minutes are covered and the connection is not: it costs what a call in the evening costs at least.
    [Theory]
    [InlineData("2025-01-07T18:30:00", "0.5")]
    [InlineData("2025-01-07T17:30:00", "0.05")]
    public void A_connection_beside_an_allowance_has_the_least_of_its_rate(string time, string cost)
    {
        var connected = Rated(Plan(
            "minute",
            Rate("49", 0.12m) with { Period = "day", Connect = 0.05m },
            Rate("49", 0.06m) with { Period = "evening", Connect = 0.05m, Least = 0.5m }));

        Assert.Equal(
            decimal.Parse(cost, null),
            CallRating.RateAll(connected.Set("call-least", "highest").With(Minutes(5) with { CoversConnect = false })
                .With(Call("1", time, 60))).Calls[0].Amount);
    }

    // What is paid out for a call is lifted by a least of its own alone.
    [Theory]
    [InlineData("start")]
    [InlineData("highest")]
    public void A_price_below_zero_is_paid_out(string rule) => Assert.Equal(
        -0.02m,
        CallRating.RateAll(Rated(Plan("minute", Rate("49", -0.02m))).Set("call-least", rule)
            .With(Call("1", "2025-01-07T18:30:00", 60))).Calls[0].Amount);

    // What an allowance covers has no price, and so no least.
    [Fact]
    public void Hours_that_an_allowance_covers_have_no_least() => Assert.Equal(
        0.06m,
        CallRating.RateAll(Evening.Set("call-least", "highest").With(
            Minutes(5) with { Calendar = "hours", Periods = ["evening"] })
            .With(Call("1", "2025-01-07T17:59:30", 60))).Calls[0].Amount);
}
