using System.Collections.Immutable;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Demands;
using static BillingActors.Domain.Tests.Rating.Given;
using static BillingActors.Domain.Tests.Rating.Prices.PriceExamples;

namespace BillingActors.Domain.Tests.Rating;

/// <summary>Windows that count by the hour in which they begin.</summary>
public sealed class DemandWeightTests
{
    // 9 kW in an hour of the night, 5 kW in one of the day, else 1: nights by half are 4.5 (Ellevio).
    [Theory]
    [InlineData(null, 9)]
    [InlineData(0.5, 5)]
    [InlineData(0.6, 5.4)]
    [InlineData(0.0, 5)]
    [InlineData(1.0, 9)]
    public void Nights_count_by_their_weight(double? factor, double demand)
    {
        DemandWeights? weights = factor is { } given ? new("hours", [new("night", (decimal)given)]) : null;

        Assert.Equal((decimal)demand, Assert.Single(Rate(weights).Lines).Quantity);
    }

    [Fact]
    public void The_line_names_the_weight() => Assert.Contains(
        "0.6",
        Assert.Single(Rate(new("hours", [new("night", 0.6m)])).Lines).Source.Reference,
        StringComparison.Ordinal);

    [Fact]
    public void Weights_without_a_period_are_refused() => AssertRefused(new("hours", []), "periods", "required");

    [Fact]
    public void Weights_of_an_unknown_calendar_are_refused() =>
        AssertRefused(new("none", [new("night", 0.5m)]), "calendar", "unknown-calendar");

    [Theory]
    [InlineData("dusk 0.5", "periods/0/period", "unknown-period")]
    [InlineData("night 0.5, night 0.6", "periods/1/period", "duplicate-period")]
    [InlineData("night -0.000001", "periods/0/factor", "out-of-range")]
    [InlineData("night 10.000001", "periods/0/factor", "out-of-range")]
    [InlineData("night 0.1234567", "periods/0/factor", "out-of-range")]
    public void A_weight_that_makes_no_sense_is_refused(string weights, string path, string rule) =>
        AssertRefused(new("hours", Of(weights)), path, rule);

    [Theory]
    [InlineData("night 0")]
    [InlineData("night 10")]
    [InlineData("night 0.123456, day 2")]
    public void Weights_within_their_bounds_are_sound(string weights) =>
        Assert.Empty(TariffValidation.ProblemsOf(TariffOf(new("hours", Of(weights)))));

    private static ImmutableArray<PeriodWeight> Of(string weights) =>
    [
        .. weights.Split(", ").Select(static one => one.Split(' '))
            .Select(static words => new PeriodWeight(
                words[0], decimal.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture))),
    ];

    private static void AssertRefused(DemandWeights weights, string path, string rule)
    {
        var problem = Assert.Single(TariffValidation.ProblemsOf(TariffOf(weights)));

        Assert.Equal(($"versions/0/charges/0/weights/{path}", rule), (problem.Path, problem.Rule));
    }

    private static Tariff TariffOf(DemandWeights? weights) => Tariff(
        new Charge.Demand(Head("demand"), Import() with { Unit = "kW" }, 60, new PriceModel.Flat(1m))
        {
            Terms = new DemandTerms { Weights = weights },
        }).With(Hours);

    private static RatingResult Rate(DemandWeights? weights) => ContractRating.Rate(Metered(
        TariffOf(weights), January, static at => (at.Day, at.Hour) switch { (2, 2) => 9, (3, 12) => 5, _ => 1 }));
}
