using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.QuantityPrices;
using static BillingActors.Domain.Tests.Rating.Events.GivenEvents;
using static BillingActors.Domain.Tests.Rating.Given;

namespace BillingActors.Domain.Tests.Tariffs;

/// <summary>What a step of a price by quantity may cost at least and at most.</summary>
public sealed class StepLimitTests
{
    [Theory]
    [InlineData("0", null, null)]
    [InlineData("5", "5", null)]
    [InlineData(null, "0", null)]
    [InlineData("-0.01", null, "steps/0/most")]
    [InlineData(null, "-0.01", "steps/0/most")]
    [InlineData("5.01", "5", "steps/0/most")]
    public void The_most_of_a_step_is_not_below_its_least_nor_nothing(string? least, string? most, string? path) =>
        AssertRefused(
            new SteppedPrice(StepMode.Graduated, null, [Step(least, most)]), path is null ? [] : [path]);

    [Theory]
    [InlineData("1", null)]
    [InlineData(null, "1")]
    public void A_stairstep_has_one_price_and_no_limits(string? least, string? most) =>
        AssertRefused(new SteppedPrice(StepMode.Stairstep, null, [Step(least, most)]), ["steps/0"]);

    private static PriceStep Step(string? least, string? most) =>
        new(null, 1m, 0m) { Least = Number(least), Most = Number(most) };

    private static decimal? Number(string? text) =>
        text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static void AssertRefused(SteppedPrice price, string[] paths)
    {
        var problems = TariffValidation.ProblemsOf(Tariff(Charge(price)));

        Assert.Equal(
            paths.Select(static path => $"versions/0/charges/0/price/{path}"),
            problems.Select(static problem => problem.Path));
        Assert.All(problems, static problem => Assert.Equal("out-of-range", problem.Rule));
    }
}
