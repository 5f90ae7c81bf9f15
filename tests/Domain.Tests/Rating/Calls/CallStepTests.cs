using BillingActors.Domain.Rating.Calls;
using BillingActors.Domain.Tariffs.Calls;
using BillingActors.Domain.Tariffs.Calls.Buckets;
using CsCheck;
using static BillingActors.Domain.Tests.Rating.Calls.GivenCalls;
using static BillingActors.Domain.Tests.Rating.Given;

namespace BillingActors.Domain.Tests.Rating.Calls;

/// <summary>From where steps are counted behind an allowance, and what a call of no length costs.</summary>
public sealed class CallStepTests
{
    [Theory]
    // BillRun (github.com/BillRun/system) counts the steps of a rate from where the allowance ended. 0.06 a minute, 60
    // seconds and then by six, 90 seconds free; of 100 seconds two steps of six, or a first minute; of 160 seconds
    // twelve steps, or a minute and two steps.
    [InlineData("call", 80, "0")]
    [InlineData("call", 100, "0.012")]
    [InlineData("paid", 100, "0.06")]
    [InlineData("call", 160, "0.072")]
    [InlineData("paid", 160, "0.072")]
    [InlineData("paid", 161, "0.072")]
    [InlineData("paid", 163, "0.078")]
    public void Steps_are_counted_from_the_start_or_from_where_the_allowance_ended(
        string rule, int seconds, string cost)
    {
        var free = Minutes(1.5m) with { Increment = 1m };
        var request = Rated(Plan("minute", Rate("49", 0.06m, 60, 6))).With(free).Set("call-steps", rule);

        Assert.Equal(decimal.Parse(cost, null), request.Cost(seconds));
    }

    [Fact]
    public void A_session_knows_in_its_next_record_what_was_covered()
    {
        // 30 seconds free, then a minute that is paid until 90 seconds; of these 60 are paid, so that another minute
        // comes before steps of six after 80.
        var free = Minutes(0.5m) with { Increment = 1m, Span = BucketSpan.Once };
        var rate = new CallRate("49", [new CallStep(0m, 0.06m, 60m), new CallStep(80m, 0.06m, 6m)]);
        var first = Call("1", "2025-01-31T23:59:00", 60) with { Session = "s" };
        var second = Call("2", "2025-02-01T00:00:00", 40).Continues("s");
        var request = Rated(Plan("minute", rate)).With(free).Set("call-steps", "paid");

        var one = CallRating.RateAll(request.With(first));
        var both = CallRating.RateAll(request.With(second).From(one.State).In(Days("2025-02-01", "2025-03-01")));

        Assert.Equal(30m, Assert.Single(one.State.Sessions).Covered);
        Assert.Equal((0.06m, 0.06m), (one.Calls[0].Amount, both.Calls[0].Amount));
    }

    [Fact]
    public void Without_an_allowance_steps_are_the_same_from_either() =>
        Gen.Select(Gen.Int[0, 500], Gen.Int[1, 90], Gen.Int[1, 30]).Sample((seconds, first, next) =>
        {
            var request = Rated(Plan("minute", Rate("49", 0.06m, first, next)));

            Assert.Equal(request.Cost(seconds), request.Set("call-steps", "paid").Cost(seconds));
        });

    [Theory]
    [InlineData("free", "0")]
    [InlineData("connect", "0.05")]
    // A minute at 0.12 and the connection.
    [InlineData("increment", "0.17")]
    public void A_call_of_no_length_costs_what_the_setting_says(string rule, string cost)
    {
        var rate = Rate("49", 0.12m, 60, 1) with { Connect = 0.05m };

        Assert.Equal(decimal.Parse(cost, null), Rated(Plan("minute", rate)).Set("zero-duration", rule).Cost(0));
    }

    [Fact]
    public void A_call_of_no_length_takes_its_increment_of_an_allowance()
    {
        var request = Rated(Plan("minute", Rate("49", 0.12m, 60, 1))).With(Minutes(10))
            .Set("zero-duration", "increment");

        var result = CallRating.RateAll(request.With(Call("1", Workday, 0)));

        Assert.Equal((0m, 540m), (result.Calls[0].Amount, result.State.Left("minutes")));
    }

    [Fact]
    public void A_call_of_no_length_is_free_where_short_ones_are()
    {
        var rate = Rate("49", 0.12m, 60, 1) with { FreeIfShorterThan = 1m };

        Assert.Equal(0m, Rated(Plan("minute", rate)).Set("zero-duration", "increment").Cost(0));
    }
}
