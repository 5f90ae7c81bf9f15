using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Demands;
using BillingActors.Domain.Tariffs.Settings;
using NodaTime;
using static BillingActors.Domain.Tests.Rating.Given;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Rating;

public sealed class DemandChargeTests
{
    private static readonly MeterSelection Power = Import() with { Unit = "kW" };

    private static readonly TimeOfUseCalendar Hours = new(
        "hours",
        [new("summer", new AnnualDate(6, 1)), new("winter", new AnnualDate(10, 1))],
        [],
        [new(null, DayKind.Weekday, 17 * 60, 20 * 60, "peak")],
        "off");

    private static readonly PriceModel ByHour = new PriceModel.TimeOfUse(
        "hours", [new("peak", new PriceModel.Flat(4m)), new("off", new PriceModel.Flat(1m))]);

    // Limits of kW and of a year are not cut by days: the first 2.5 kW stay 2.5, and 1,000.5 kWh what they are.
    [Fact]
    public void Decimals_of_limits_that_are_cut_are_none_of_those_that_are_not()
    {
        var demand = new Charge.Demand(
            Head("demand"), Import() with { Unit = "kW" }, 15, Prices.PriceExamples.DemandSteps(2.5m));
        var yearly = new PriceModel.Tiers(
            ChargePer.Year, TierMode.Graduated, null, Steps([(1000.5m, 1m), (null, 2m)]));
        var request = Prices.PriceExamples.Used(Tariff(demand, Energy(yearly)), January, 1200m, demand: 4m);

        Assert.Equal(
            [
                "demand 1 2.5 2.50 EUR", "demand 2 1.5 3.00 EUR", "energy 1 1000.5 1000.50 EUR",
                "energy 2 199.5 399.00 EUR",
            ],
            Prices.PriceExamples.Lines(Prices.PriceExamples.Set(request, ("tier-decimals", "0"))));
    }

    [Fact]
    public void The_first_of_two_equal_windows_is_named()
    {
        // 2 kWh in a quarter are 8 kW, on 7 January 17:15 and again on 9 January; 0.25 kWh are 1 kW.
        var (first, second) = (Instant.FromUtc(2025, 1, 7, 16, 15), Instant.FromUtc(2025, 1, 9, 3, 0));
        var result = Measured(Demand(10m), at => at == first || at == second ? 200 : 25);

        Assert.Equal(["demand 8 80.00 EUR"], result.Short());
        Assert.Equal(
            "E1 2025-01-01..2025-02-01; 8 kW at 2025-01-07T17:15+01:00", result.Lines[0].Source.Reference);
    }

    [Theory]
    // A demand of 8 kW is exactly at the limit: up to and including it costs 1, from it on 2.
    [InlineData("inclusive", "8")]
    [InlineData("exclusive", "16")]
    public void A_demand_at_a_limit_belongs_where_the_setting_says(string limit, string expected)
    {
        var price = new PriceModel.Tiers(ChargePer.Month, TierMode.Volume, null, Steps([(8m, 1m), (null, 2m)]));
        var demand = new Charge.Demand(Head("demand"), Power, 15, price);

        var result = Measured(demand, _ => 200, ("tier-limit", limit));

        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), Assert.Single(result.Lines).ExactAmount);
    }

    [Theory]
    // 8 kW from 17:15 to 17:45: blocks from 17:00 and 17:30 see half of it each, (8 + 1) / 2 = 4.5.
    [InlineData("block", "4.5")]
    [InlineData("sliding", "8")]
    public void A_window_begins_at_its_multiples_or_at_every_interval(string kind, string expected)
    {
        var spike = Instant.FromUtc(2025, 1, 7, 16, 15);
        var demand = new Charge.Demand(Head("demand"), Power, 30, new PriceModel.Flat(1m));

        var result = Measured(
            demand, at => at >= spike && at < spike + Duration.FromMinutes(30) ? 200 : 25, ("demand-window", kind));

        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), Assert.Single(result.Lines).Quantity);
    }

    [Fact]
    public void A_sliding_window_lies_in_the_hours_of_its_period()
    {
        // 8 kW from 16:45 to 17:15: half of it lies before peak. Off sees (1 + 8) / 2, peak (8 + 1) / 2.
        var spike = Instant.FromUtc(2025, 1, 7, 15, 45);
        var demand = new Charge.Demand(Head("demand"), Power, 30, ByHour);

        var result = Measured(
            demand,
            at => at >= spike && at < spike + Duration.FromMinutes(30) ? 200 : 25,
            ("demand-window", "sliding"));

        Assert.Equal(["demand peak 4.5 18.00 EUR", "demand off 4.5 4.50 EUR"], result.Short());
    }

    [Fact]
    public void Daily_demand_adds_up_the_days()
    {
        // 30 days of 1 kW and one of 8 kW are 38 kW-days.
        var spike = Instant.FromUtc(2025, 1, 7, 16, 15);
        var demand = Demand(0.50m, new DemandTerms { Basis = DemandBasis.Daily });

        var line = Assert.Single(Measured(demand, at => at == spike ? 200 : 25).Lines);

        Assert.Equal((38m, "kW-day", Euros(19m)), (line.Quantity, line.Unit, line.Amount));
    }

    [Theory]
    // 8 kW on the 7th and 4 kW on the 9th in the hours of the events; 20 kW outside of them.
    [InlineData("highest", 8)]
    [InlineData("mean", 6)]
    [InlineData("sum", 12)]
    public void Coincident_demand_is_that_of_the_hours_of_events(string rule, decimal billed)
    {
        var (first, second) = (Instant.FromUtc(2025, 1, 7, 16, 15), Instant.FromUtc(2025, 1, 9, 17, 0));
        var outside = Instant.FromUtc(2025, 1, 8, 16, 15);
        var demand = Demand(1m, new DemandTerms { Basis = DemandBasis.Coincident, Events = "system" });

        var result = Measured(
            demand,
            at => at == first ? 200 : at == second ? 100 : at == outside ? 500 : 25,
            ("coincident-demand", rule),
            ("peak-events", "2025-01-07T17:00/18:00,2025-01-09T17:00/19:00"));

        Assert.Equal(billed, Assert.Single(result.Lines).Quantity);
    }

    [Theory]
    // 80 % of 130 in August are 104; own 50.
    [InlineData(11, "2024-07:120,2024-08:130,2024-01:500", 104, "ratchet 80 % of 130 in 2024-08")]
    // Of the last three months 60 in November counts: 48 is less than 50.
    [InlineData(3, "2024-08:130,2024-11:60", 50, null)]
    // Peaks of another charge do not count; those of all hours do.
    [InlineData(12, "other@2024-08:900,demand@2024-09:100", 80, "ratchet 80 % of 100 in 2024-09")]
    public void A_ratchet_looks_back_some_months(int months, string peaks, decimal billed, string? reason)
    {
        var terms = new DemandTerms { Ratchet = new Ratchet(80m, months) };

        var line = Assert.Single(Given50(Demand(1m, terms), ("prior-peaks", peaks)).Lines);

        Assert.Equal(billed, line.Quantity);
        Assert.Equal(
            "E1 2025-01-01..2025-02-01" + (reason is null ? "" : "; " + reason), line.Source.Reference);
    }

    [Fact]
    public void A_ratchet_of_summer_ignores_winter()
    {
        // 60 % of 130 in August are 78; 500 in December is winter.
        var terms = new DemandTerms { Ratchet = new Ratchet(60m, 12) { Season = "summer", During = "winter" } };

        Assert.Equal(
            78m, Given50(Demand(1m, terms), ("prior-peaks", "2024-08:130,2024-12:500")).Lines[0].Quantity);
    }

    [Theory]
    [InlineData("none", 50)]
    // 150 % of the own 50.
    [InlineData("own-month", 75)]
    [InlineData("contract-demand", 90)]
    public void The_first_year_has_a_rule_of_its_own(string rule, decimal billed)
    {
        var terms = new DemandTerms { Ratchet = new Ratchet(150m, 11) };

        var result = Given50(Demand(1m, terms), ("ratchet-first-year", rule), ("contract-demand", "90"));

        Assert.Equal(billed, result.Lines[0].Quantity);
    }

    [Theory]
    // 150 % of 40 in November, or of the own 50 where it counts.
    [InlineData("out", 60)]
    [InlineData("in", 75)]
    public void The_own_month_counts_where_the_setting_says_so(string own, decimal billed)
    {
        var terms = new DemandTerms { Ratchet = new Ratchet(150m, 11) };

        var result = Given50(Demand(1m, terms), ("ratchet-own-month", own), ("prior-peaks", "2024-11:40"));

        Assert.Equal(billed, result.Lines[0].Quantity);
    }

    [Fact]
    public void A_year_of_months_is_ratcheted_through_its_state()
    {
        // 75 % of the highest of the eleven months before: 100 in February, so 75 until January, when it is forgotten.
        decimal[] measured = [60, 100, 70, 40, 40, 80, 40, 40, 40, 40, 40, 40, 40, 40];
        decimal[] billed = [60, 100, 75, 75, 75, 80, 75, 75, 75, 75, 75, 75, 75, 60];
        var tariff = Tariff(Demand(1m, new DemandTerms { Ratchet = new Ratchet(75m, 11) }));
        var state = RatingState.Empty;
        for (var i = 0; i < measured.Length; i++)
        {
            var from = Day("2025-01-01").PlusMonths(i);
            var month = new Period(from, from.PlusMonths(1));
            var result = ContractRating.Rate(
                Rated(tariff, month) with { Determinants = Peaks(month, measured[i]), State = state });
            Assert.Equal(billed[i], Assert.Single(result.Lines).Quantity);
            state = result.State;
        }
        Assert.Equal(14, state.Peaks.Length);
        Assert.Equal(new PeakDemand("demand", Days("2025-02-01", "2025-03-01"), null, 100m), state.Peaks[1]);
    }

    [Theory]
    // 8 kW, of which 4 are billed as peak: 4 kW beyond it; beyond 60 % of it, which are 2.4; beyond three times it.
    [InlineData(100, "beyond 4 4.00 EUR", "8 over 4 of peak")]
    [InlineData(60, "beyond 5.6 5.60 EUR", "8 over 60 % of 4 of peak")]
    [InlineData(300, "beyond 0 0.00 EUR", "8 over 300 % of 4 of peak")]
    public void A_charge_over_another_bills_only_what_is_beyond_it(int percent, string line, string reason)
    {
        var terms = new DemandTerms { Over = "peak", OverPercent = percent };
        var result = Rate(
            [Demand(4m, code: "peak"), Demand(1m, terms, "beyond")], January, ("peak", 4m), ("beyond", 8m));

        Assert.Equal(["peak 4 16.00 EUR", line], result.Short());
        Assert.Equal($"beyond 2025-01-01..2025-02-01; {reason}", result.Lines[1].Source.Reference);
    }

    [Theory]
    // Contract demand 40: 50 kW are 10 beyond it, and 8 beyond 105 % of it; 30 kW are nothing beyond it.
    [InlineData(100, "40", 10)]
    [InlineData(105, "40", 8)]
    [InlineData(100, "60", 0)]
    public void A_demand_beyond_that_of_the_contract_may_be_billed_alone(int percent, string contract, decimal billed)
    {
        var line = Given50(
            Demand(1m, new DemandTerms { OverContractPercent = percent }), ("contract-demand", contract)).Lines[0];

        Assert.Equal(billed, line.Quantity);
        Assert.EndsWith($"{contract} of the contract", line.Source.Reference, StringComparison.Ordinal);
    }

    [Theory]
    // Contract demand 200: 60 % are 120; least 70.
    [InlineData(60, 70, 120)]
    [InlineData(20, 70, 70)]
    public void Contract_and_least_demand_are_billed_at_least(int percent, int least, decimal billed)
    {
        var terms = new DemandTerms { ContractPercent = percent, Least = least };

        Assert.Equal(billed, Given50(Demand(1m, terms), ("contract-demand", "200")).Lines[0].Quantity);
    }

    [Theory]
    [InlineData(100, null)]
    [InlineData(null, 100)]
    public void A_contract_demand_that_is_not_given_holds(int? percent, int? overPercent)
    {
        var terms = new DemandTerms { ContractPercent = percent, OverContractPercent = overPercent };
        Assert.Equal("option-missing", Assert.Single(Given50(Demand(1m, terms)).Holds).Code);
    }

    [Theory]
    [InlineData("1", "nearest", "50")]
    [InlineData("1", "up", "51")]
    [InlineData("0.5", "nearest", "50.5")]
    [InlineData("5", "down", "50")]
    public void Billed_demand_is_rounded_to_its_step(string step, string rounding, string billed)
    {
        var result = Rate(
            Settings(("demand-step", step), ("demand-rounding", rounding)), [Demand(1m)], January, ("demand", 50.3m));

        Assert.Equal(decimal.Parse(billed, CultureInfo.InvariantCulture), result.Lines[0].Quantity);
    }

    [Fact]
    public void The_whole_month_is_billed_at_the_last_price_where_the_setting_says_so()
    {
        var tariff = Tariff(Version(1, "2024-01-01", Demand(10m)), Version(2, "2025-01-11", Demand(20m)));
        var request = Rated(tariff, January) with { Determinants = Peaks(January, 50m) };

        // 50 × 10 × 10/31 = 161.29; 50 × 20 × 21/31 = 677.42.
        Assert.Equal(
            ["demand 50 161.29 EUR", "demand 50 677.42 EUR"], ContractRating.Rate(request).Short());
        Assert.Equal(
            ["demand 50 1000.00 EUR"],
            ContractRating.Rate(request with { Settings = Settings(("demand-part", "whole")) }).Short());
    }

    [Theory]
    // 50 kW at 0.20 a day or 120 a year: in ten and 21 days of January at two prices, whatever demand-part says.
    [InlineData(ChargePer.Day, "0.20", "0.40", "prorate", "demand 50 100.00 EUR", "demand 50 420.00 EUR")]
    [InlineData(ChargePer.Day, "0.20", "0.40", "whole", "demand 50 100.00 EUR", "demand 50 420.00 EUR")]
    [InlineData(ChargePer.Year, "120", "240", "whole", "demand 50 164.38 EUR", "demand 50 690.41 EUR")]
    public void A_price_may_be_for_a_day_or_a_year(
        ChargePer per, string before, string after, string part, params string[] lines)
    {
        var (old, now) = (Demand(Of(before), new DemandTerms { Per = per }), Demand(Of(after), new() { Per = per }));
        var request = Rated(Tariff(Version(1, "2024-01-01", old), Version(2, "2025-01-11", now)), January) with
        {
            Determinants = Peaks(January, 50m),
            Settings = Settings(("demand-part", part)),
        };

        Assert.Equal(lines, ContractRating.Rate(request).Short());

        static decimal Of(string price) => decimal.Parse(price, CultureInfo.InvariantCulture);
    }

    [Theory]
    // 50 × 0.9 / 0.75 = 60; 15 points at 1 % are 57.5; 50 / 0.75 = 66.67.
    [InlineData(PowerFactorMethod.Ratio, "kW", "60")]
    [InlineData(PowerFactorMethod.Points, "kW", "57.5")]
    [InlineData(PowerFactorMethod.Apparent, "kVA", "66.6666666667")]
    public void A_power_factor_raises_the_demand(PowerFactorMethod method, string unit, string billed)
    {
        var terms = new DemandTerms { PowerFactor = new PowerFactorTerms(method, 0.9m, 1m, []) };
        var demand = new Charge.Demand(Head("demand"), Power with { Unit = unit }, 15, new PriceModel.Flat(1m))
        {
            Terms = terms,
        };

        var result = Rate(Settings(("power-factor", "0.75")), [demand], January, ("demand", 50m));

        Assert.Equal(decimal.Parse(billed, CultureInfo.InvariantCulture), result.Lines[0].Quantity, 10);
    }

    [Theory]
    // 3 kWh and 4 kVArh in a quarter: a factor of 0.6; 12 kW × 0.9 / 0.6 = 18; √(12² + 16²) = 20 kVA.
    [InlineData(PowerFactorMethod.Ratio, "kW", "average", 18)]
    [InlineData(PowerFactorMethod.Ratio, "kW", "at-peak", 18)]
    [InlineData(PowerFactorMethod.Apparent, "kVA", "average", 20)]
    public void A_power_factor_is_metered(PowerFactorMethod method, string unit, string measure, decimal billed)
    {
        var demand = new Charge.Demand(
            Head("demand"), new MeterSelection(Direction.Import, [], unit), 15, new PriceModel.Flat(1m))
        {
            Terms = new DemandTerms { PowerFactor = new PowerFactorTerms(method, 0.9m, 0m, []) },
        };
        var (real, idle) = (Channel("E1", 15), Channel("Q1", 15, unit: "kVArh"));
        var request = Rated(Tariff(demand), January, Smart(real, idle))
            .With(Load(real, January, 3).Concat(Load(idle, January, 4)));

        var result = ContractRating.Rate(request with { Settings = Settings(("power-factor-measure", measure)) });

        Assert.Empty(result.Holds);
        Assert.Equal(billed, Assert.Single(result.Lines).Quantity, 20);
    }

    private static Charge.Demand Demand(decimal price, DemandTerms? terms = null, string code = "demand") =>
        new(Head(code), Power, 15, new PriceModel.Flat(price)) { Terms = terms ?? DemandTerms.Plain };

    private static RatingResult Measured(
        Charge charge, Func<Instant, long> value, params (string Name, string Text)[] settings) =>
        Measured([charge], value, settings);

    private static RatingResult Measured(
        Charge[] charges, Func<Instant, long> value, params (string Name, string Text)[] settings)
    {
        var channel = Channel(minutes: 15);
        var request = Rated(Tariff(charges).With(Hours), January, Smart(channel))
            .With(Load(channel, January, value, scale: 2));
        return ContractRating.Rate(request with { Settings = Settings(settings) });
    }

    private static RatingResult Given50(Charge charge, params (string Name, string Text)[] settings) =>
        ContractRating.Rate(Rated(Tariff(charge).With(Hours), January) with
        {
            Determinants = Peaks(January, 50m),
            Settings = Settings(settings),
        });

    private static RatingResult Rate(Charge[] charges, Period days, params (string Name, decimal Peak)[] peaks) =>
        Rate(RatingSettings.Default, charges, days, peaks);

    private static RatingResult Rate(
        RatingSettings settings, Charge[] charges, Period days, params (string Name, decimal Peak)[] peaks) =>
        ContractRating.Rate(Rated(Tariff(charges), days) with
        {
            Determinants = new DeterminantUsage([new DeterminantPeriod(
                days,
                ImmutableSortedDictionary<string, DeterminantQuantity>.Empty,
                peaks.ToImmutableSortedDictionary(peak => peak.Name, peak => DeterminantQuantity.Of(peak.Peak)))]),
            Settings = settings,
        });

    private static DeterminantUsage Peaks(Period days, decimal peak) => new([new DeterminantPeriod(
        days,
        ImmutableSortedDictionary<string, DeterminantQuantity>.Empty,
        ImmutableSortedDictionary<string, DeterminantQuantity>.Empty.Add("E1", DeterminantQuantity.Of(peak)))]);

    private static RatingSettings Settings(params (string Name, string Text)[] settings)
    {
        var read = RatingSettings.Default;
        foreach (var (name, text) in settings)
        {
            read = read.With(name, text, out var problem)!;
            Assert.Null(problem);
        }
        return read;
    }
}
