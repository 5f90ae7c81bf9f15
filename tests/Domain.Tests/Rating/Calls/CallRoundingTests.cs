using BillingActors.Domain.Tariffs.Calls;
using BillingActors.Domain.Tariffs.Calls.Choices;
using static BillingActors.Domain.Tests.Rating.Calls.GivenCalls;

namespace BillingActors.Domain.Tests.Rating.Calls;

/// <summary>To what the charge of a call is rounded, and that it is not where nothing says so.</summary>
public sealed class CallRoundingTests
{
    [Theory]
    // A minute at 1,250.5: exact, to the unit, to whole tens and hundreds.
    [InlineData(null, "half", "1250.5")]
    [InlineData(null, "up", "1250.5")]
    [InlineData("0", "half", "1251")]
    [InlineData("-1", "half", "1250")]
    [InlineData("-1", "up", "1260")]
    [InlineData("-2", "half", "1300")]
    [InlineData("-2", "up", "1300")]
    [InlineData("-2", "down", "1200")]
    public void A_call_is_rounded_to_what_the_settings_say(string? decimals, string way, string cost)
    {
        var request = Rated(Plan("minute", Rate("49", 1250.5m, 60, 60))).Set("call-rounding", way);
        if (decimals is not null)
            request = request.Set("call-decimals", decimals);

        Assert.Equal(decimal.Parse(cost, System.Globalization.CultureInfo.InvariantCulture), request.Cost(60));
    }

    [Theory]
    [InlineData(RoundingMethod.Down, 1200)]
    [InlineData(RoundingMethod.Up, 1300)]
    public void A_rate_may_say_it_itself(RoundingMethod way, int cost)
    {
        var rate = Rate("49", 1250.5m, 60, 60) with { Rounding = new CallRounding(way, -2) };

        Assert.Equal(cost, Rated(Plan("minute", rate)).Set("call-decimals", "0").Cost(60));
    }
}
