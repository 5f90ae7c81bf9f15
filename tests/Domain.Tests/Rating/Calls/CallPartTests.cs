using BillingActors.Domain.Rating.Calls;
using BillingActors.Domain.Tariffs.Calls;
using CsCheck;
using static BillingActors.Domain.Tests.Rating.Calls.GivenCalls;

namespace BillingActors.Domain.Tests.Rating.Calls;

/// <summary>Calls cut where their price changes, each part in increments of its own; numbers by hand.</summary>
public sealed class CallPartTests
{
    private static readonly CallPlan Minutes6 = Plan(
        "minute",
        Rate("49", 0.09m, 60, 60) with { Period = "day" },
        Rate("49", 0.03m, 60, 60) with { Period = "evening" });

    [Theory]
    // 167 seconds before 18:00 and 656 after: two minutes, three with the begun one or the one that is half; then ten,
    // or eleven.
    [InlineData("down", 167 + 656, "0.48")]
    [InlineData("up", 167 + 656, "0.60")]
    [InlineData("nearest", 167 + 656, "0.60")]
    [InlineData("nearest", 167 + 620, "0.57")]
    // Less than a minute before, and all of it before.
    [InlineData("down", 167 + 59, "0.18")]
    [InlineData("down", 167, "0.18")]
    public void Each_part_has_increments_of_its_own(string rounding, int seconds, string cost) => Assert.Equal(
        decimal.Parse(cost, null),
        Rated(Minutes6).Set("call-increments", "each-part").Set("duration-rounding", rounding)
            .Cost(seconds, "2025-01-07T17:57:13"));

    // From 23:59:30 of a Saturday to 0:00:30 of the Sunday is one minute.
    [Fact]
    public void Midnight_cuts_nothing() => Assert.Equal(
        0.03m,
        Rated(Minutes6).Set("call-increments", "each-part").Set("duration-rounding", "down")
            .Cost(60, "2025-01-11T23:59:30"));

    // 30 seconds of an allowance and 30 of a step are no minute, but a minute and a half of each price is one.
    [Fact]
    public void Steps_are_parts() => Assert.Equal(
        0.09m + 0.04m,
        Rated(Plan("minute", new CallRate("49", [new CallStep(0m, 0.09m, 60m), new CallStep(90m, 0.04m, 60m)])))
            .Set("call-increments", "each-part").Set("duration-rounding", "down").Cost(180));

    [Fact]
    public void A_minute_that_no_price_completes_is_in_no_allowance()
    {
        var request = Rated(Minutes6).With(Minutes(10)).Set("call-increments", "each-part")
            .Set("duration-rounding", "down");
        var bill = CallRating.RateAll(request.With(Call("1", "2025-01-07T17:57:13", 167 + 656)));

        Assert.Equal((0.12m - 0.06m, 0m), (Assert.Single(bill.Calls).Amount, bill.State.Left("minutes")));
    }

    [Fact]
    public void By_the_second_the_parts_are_the_call() => Gen.Int[0, 4000].Sample(seconds =>
    {
        var plan = Plan(
            "minute", Rate("49", 0.09m) with { Period = "day" }, Rate("49", 0.03m) with { Period = "evening" });

        Assert.Equal(
            Rated(plan).Cost(seconds, "2025-01-07T17:30:00"),
            Rated(plan).Set("call-increments", "each-part").Cost(seconds, "2025-01-07T17:30:00"));
    });
}
