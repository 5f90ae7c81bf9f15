using System.Collections.Immutable;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Demands;
using BillingActors.Domain.Tariffs.Prices;
using static BillingActors.Domain.Tests.Rating.Given;
using static BillingActors.Domain.Tests.Rating.Prices.PriceExamples;

namespace BillingActors.Domain.Tests.Rating.Prices;

/// <summary>
/// Reactive energy as access tariffs of Spain have it: what goes beyond 33 % of the real energy of a period costs one
/// price down to a power factor of 0.80 (75 %), another below; two examples for each rule.
/// </summary>
public sealed class ExcessPriceTests
{
    private static readonly ImmutableArray<ExcessBand> Spain = [new(75m, 0.041554m), new(null, 0.062332m)];

    [Theory]
    // 1,000 kWh leave 330 kVArh free. 750 are a factor of 0.80: 420 in the first band; 751 are 421 in the second.
    [InlineData(330, "reactive 1 0 0.00 EUR")]
    [InlineData(430, "reactive 1 100 4.16 EUR")]
    [InlineData(750, "reactive 1 420 17.45 EUR")]
    [InlineData(751, "reactive 2 421 26.24 EUR")]
    public void The_power_factor_reached_prices_all_of_the_excess(int reactive, string line) =>
        Assert.Equal(line, LineOf(TierMode.Volume, 1000m, reactive));

    [Theory]
    [InlineData(750, "reactive 1 420 17.45 EUR")]
    [InlineData(850, "reactive 1 420 17.45 EUR; reactive 2 100 6.23 EUR")]
    public void Or_each_band_prices_its_own_part(int reactive, string lines) =>
        Assert.Equal(lines, LineOf(TierMode.Graduated, 1000m, reactive));

    [Fact]
    public void Without_real_energy_all_of_it_is_in_the_last_band() =>
        Assert.Equal("reactive 2 10 0.62 EUR", LineOf(TierMode.Volume, 0m, 10m));

    // By day 500 of 1,000 are 170 beyond 330; by night 100 of 1,000 are none; together 600 of 2,000 would be none.
    [Fact]
    public void Each_period_is_compared_by_itself()
    {
        var price = Price(TierMode.Volume) with { Calendar = "hours" };

        Assert.Equal(
            ["reactive day1 170 7.06 EUR"],
            Reactive(price, Parts(("day", 1000m), ("night", 1000m)), Parts(("day", 500m), ("night", 100m))));
    }

    // Valleys are free in Spain.
    [Fact]
    public void Only_some_periods_are_billed()
    {
        var price = Price(TierMode.Volume) with { Calendar = "hours", Periods = ["night"] };

        Assert.Equal(
            ["reactive night1 70 2.91 EUR"],
            Reactive(price, Parts(("day", 1000m), ("night", 1000m)), Parts(("day", 900m), ("night", 400m))));
    }

    [Theory]
    // 750.5 are 420.5 beyond the free 330, in the second band, as the factor is that of the exact use.
    [InlineData("nearest", "reactive 2 421 26.24 EUR")]
    [InlineData("up", "reactive 2 421 26.24 EUR")]
    [InlineData("down", "reactive 2 420 26.18 EUR")]
    public void What_goes_beyond_is_brought_to_a_step(string way, string line) => Assert.Equal(
        line, LineOf(TierMode.Volume, 1000m, 750.5m, ("excess-step", "1"), ("excess-rounding", way)));

    // The last band has what the step adds.
    [Fact]
    public void A_step_is_of_the_sum_of_the_bands() => Assert.Equal(
        "reactive 1 420 17.45 EUR; reactive 2 5 0.31 EUR",
        LineOf(TierMode.Graduated, 1000m, 751m, ("excess-step", "5"), ("excess-rounding", "up")));

    [Theory]
    // 300 kVAr beyond 61.97 % of 450 kW are 21.135; the Metropolitan Electricity Authority of Thailand (mea.or.th,
    // conditions of its tariffs) bills whole kVAr and leaves a fraction below a half out.
    [InlineData("nearest", 300, 21)]
    [InlineData("nearest", 299.3, 20)]
    [InlineData("nearest", 299.4, 21)]
    [InlineData("down", 300, 21)]
    [InlineData("up", 300, 22)]
    [InlineData("up", 100, 0)]
    public void What_a_demand_goes_beyond_another_is_brought_to_a_step(string way, double reactive, int beyond)
    {
        var real = new Charge.Demand(Head("real"), Import() with { Unit = "kW" }, 15, new PriceModel.Flat(1m));
        var over = new Charge.Demand(Head("over"), Import() with { Unit = "kVAr" }, 15, new PriceModel.Flat(1m))
        {
            Terms = new DemandTerms { Over = "real", OverPercent = 61.97m },
        };
        var request = Determined(Tariff(real, over), January, 450m);
        var peaks = request.Determinants!.Periods[0].Demands.Remove("demand")
            .Add("real", DeterminantQuantity.Of(450m)).Add("over", DeterminantQuantity.Of((decimal)reactive));
        request = request with
        {
            Determinants = new DeterminantUsage([request.Determinants.Periods[0] with { Demands = peaks }]),
        };

        var lines = ContractRating.Rate(request.Set(("excess-step", "1"), ("excess-rounding", way))).Lines;
        Assert.Equal(beyond, lines.Where(static line => line.Code == "over").Sum(static line => line.Quantity));
    }

    [Theory]
    [InlineData("over", "unknown-charge")]
    [InlineData("percent", "out-of-range")]
    [InlineData("calendar", "unknown-calendar")]
    [InlineData("periods", "unknown-period")]
    [InlineData("bands", "no-tiers")]
    [InlineData("bands/0", "unreachable-tier")]
    [InlineData("bands/1/upTo", "open-end")]
    public void What_makes_no_sense_is_refused(string member, string rule)
    {
        var price = Price(TierMode.Volume);
        price = (member, rule) switch
        {
            ("over", _) => price with { Over = "reactive" },
            ("percent", _) => price with { Percent = -1m },
            ("calendar", _) => price with { Calendar = "none" },
            ("periods", _) => price with { Calendar = "hours", Periods = ["dusk"] },
            (_, "no-tiers") => price with { Bands = [] },
            (_, "unreachable-tier") => price with { Bands = [new(33m, 1m), new(null, 2m)] },
            _ => price with { Bands = [new(75m, 1m), new(90m, 2m)] },
        };

        var problem = Assert.Single(TariffValidation.ProblemsOf(TariffOf(price)));
        Assert.Equal(($"versions/0/charges/1/price/{member}", rule), (problem.Path, problem.Rule));
    }

    private static PriceModel.Excess Price(TierMode mode) => new("energy", 33m, mode, Spain);

    private static Tariff TariffOf(PriceModel.Excess price) => Tariff(
        Energy(0.1m),
        new Charge.Usage(Head("reactive"), new MeterSelection(Direction.Import, [], "kVArh"), price)).With(Hours);

    private static string LineOf(
        TierMode mode, decimal real, decimal reactive, params (string Name, string Text)[] settings) =>
        string.Join("; ", Reactive(
            Price(mode), DeterminantQuantity.Of(real), DeterminantQuantity.Of(reactive), settings));

    private static string[] Reactive(
        PriceModel.Excess price, DeterminantQuantity real, DeterminantQuantity reactive,
        params (string Name, string Text)[] settings) =>
    [
        .. Determined(TariffOf(price), January, null, ("energy", real), ("reactive", reactive)).Set(settings).Lines()
            .Where(static line => line.StartsWith("reactive", StringComparison.Ordinal)),
    ];
}
