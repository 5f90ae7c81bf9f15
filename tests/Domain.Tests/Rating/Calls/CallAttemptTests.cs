using BillingActors.Domain.Rating.Calls;
using BillingActors.Domain.Tariffs;
using static BillingActors.Domain.Tests.Rating.Calls.GivenCalls;
using static BillingActors.Domain.Tests.Rating.Given;

namespace BillingActors.Domain.Tests.Rating.Calls;

/// <summary>What a call costs that is not answered.</summary>
public sealed class CallAttemptTests
{
    [Theory]
    // Nothing without a price; else 0.04, whatever the setting says of calls of no length. A call has no such part.
    [InlineData(null, "connect", 0, "0.05")]
    [InlineData(null, "free", 0, "0")]
    [InlineData("0.04", "connect", 0, "0.04")]
    [InlineData("0.04", "increment", 0, "0.04")]
    [InlineData("0", "connect", 0, "0")]
    [InlineData("0.04", "connect", 60, "0.17")]
    public void An_attempt_costs_its_price(string? attempt, string zero, int seconds, string cost)
    {
        var rate = Rate("49", 0.12m, 60, 1) with
        {
            Connect = 0.05m,
            Attempt = attempt is null ? null : decimal.Parse(attempt, null),
        };

        Assert.Equal(
            decimal.Parse(cost, null), Rated(Plan("minute", rate)).Set("zero-duration", zero).Cost(seconds));
    }

    // An attempt, a further one, and then the call: the price of one attempt, and the connection with the call.
    [Fact]
    public void An_attempt_costs_its_price_once()
    {
        var rate = Rate("49", 0.12m, 60, 1) with { Connect = 0.05m, Attempt = 0.04m };
        var first = Call("1", Workday, 0) with { Session = "s" };
        var second = Call("2", "2025-01-07T12:00:01", 0).Continues("s");
        var third = Call("3", "2025-01-07T12:00:02", 60).Continues("s");

        var calls = CallRating.RateAll(Rated(Plan("minute", rate)).With(first, second, third)).Calls;

        Assert.Equal([0.04m, 0m, 0.17m], calls.Select(static call => call.Amount));
    }

    // An allowance has nothing to cover, and a least is of calls.
    [Fact]
    public void Neither_allowances_nor_a_least_change_an_attempt()
    {
        var rate = Rate("49", 0.12m, 60, 1) with { Attempt = 0.04m, Least = 1m };
        var result = CallRating.RateAll(Rated(Plan("minute", rate)).With(Minutes(10)).With(Call("1", Workday, 0)));

        Assert.Equal((0.04m, 600m), (result.Calls[0].Amount, result.State.Left("minutes")));
    }

    [Fact]
    public void An_attempt_below_nothing_is_refused()
    {
        var plan = Plan("minute", Rate("all", 0.12m) with { Attempt = -0.01m });

        var problem = Assert.Single(TariffValidation.ProblemsOf(Tariff(plan.Charged())));
        Assert.Equal(("versions/0/charges/0/rates/0/attempt", "out-of-range"), (problem.Path, problem.Rule));
    }
}
