using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.Calls;
using BillingActors.Domain.Tariffs.Calls.Buckets;
using static BillingActors.Domain.Tests.Rating.Calls.GivenCalls;

namespace BillingActors.Domain.Tests.Rating.Published;

/// <summary>
/// Balances that the tests of CGRateS, an open rating engine, expect after a call (engine/account_test.go): units in
/// steps of a second or a minute, by weight, beside money.
/// </summary>
public sealed class CgratesBalanceTests
{
    // 100 a second in steps of ten, so that whatever the units do not cover would be seen.
    private static readonly RatingRequest Dear = Rated(Plan("second", Rate("49", 100m, 10, 10)));

    [Fact]
    public void Ten_seconds_of_units_cover_ten_seconds() =>
        Assert.Equal((0m, 0m, 21m), After(10, Seconds(10, step: 1)));

    [Fact]
    public void Units_in_minutes_lose_a_whole_one() =>
        Assert.Equal((10m, 0m, 21m), After(10, Seconds(70, step: 60)));

    // Ten seconds from the first, a minute from the second.
    [Fact]
    public void Units_follow_each_other_by_weight()
    {
        var result = CallRating.RateAll(Called(20, Seconds(70, step: 60), Seconds(10, step: 1, "first", priority: -1)));
        Assert.Equal(
            (0m, 10m, 21m),
            (result.State.Left("first"), result.State.Left("units"), result.State.Left("credit")));
    }

    [Fact]
    public void Eighty_seconds_in_minutes_take_two() =>
        Assert.Equal((30m, 0m, 21m), After(80, Seconds(150, step: 60)));

    // A minute in one step, the other twenty seconds by the second.
    [Fact]
    public void A_rest_smaller_than_a_minute_is_left_for_the_next_balance()
    {
        var result = CallRating.RateAll(
            Called(80, Seconds(70, step: 60, priority: -1), Seconds(150, step: 1, "rest")));
        Assert.Equal((10m, 130m), (result.State.Left("units"), result.State.Left("rest")));
    }

    // 100 units of a minute each: thirty seconds are half a one.
    [Fact]
    public void A_balance_counts_in_a_unit_of_its_own()
    {
        var minutes = new BucketRule("units", "units", "minute", 100m, BucketSpan.Period) { Increment = 1m };
        Assert.Equal(99.5m * 60m, CallRating.RateAll(Called(30, minutes)).State.Left("units"));
    }

    [Fact]
    public void Data_is_taken_before_money()
    {
        var data = Call("1", Workday, 80) with { Event = "data" };
        var request = Rated(Plan("byte", Rate("all", 2m)))
            .With(new BucketRule("units", "units", "byte", 100m, BucketSpan.Period), Credit(21m)).With(data);
        var state = CallRating.RateAll(request).State;
        Assert.Equal((20m, 21m), (state.Left("units"), state.Left("credit")));
    }

    // 1 a second: 80 seconds are more than the money there is; what it pays of them is a line of its own.
    [Fact]
    public void Money_is_used_to_the_last()
    {
        var request = Rated(Plan("second", Rate("49", 1m, 10, 10))).With(Credit(50m)).With(Call("1", Workday, 80));
        var result = CallRating.RateAll(request);
        Assert.Equal((0m, 80m), (result.State.Left("credit"), Assert.Single(result.Calls).Amount));
    }

    private static (decimal Units, decimal Amount, decimal Credit) After(int seconds, BucketRule units)
    {
        var result = CallRating.RateAll(Called(seconds, units));
        return (result.State.Left(units.Id), Assert.Single(result.Calls).Amount, result.State.Left("credit"));
    }

    private static RatingRequest Called(int seconds, params BucketRule[] units) =>
        Dear.With([.. units, Credit(21m)]).With(Call("1", Workday, seconds));

    private static BucketRule Seconds(int quantity, int step, string id = "units", int priority = 0) =>
        new(id, id, "second", quantity, BucketSpan.Period) { Increment = step, Priority = priority };
}
