using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.Events;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Events;
using BillingActors.Domain.Tariffs.Prices;
using BillingActors.Domain.Tariffs.QuantityPrices;
using CsCheck;
using NodaTime;
using static BillingActors.Domain.Tests.Rating.Events.GivenEvents;
using static BillingActors.Domain.Tests.Rating.Given;
using static BillingActors.Domain.Tests.Rating.Prices.PriceExamples;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Rating.Prices;

/// <summary>Prices of each hour, day, week or month by itself, as Google Cloud counts tiers by the day.</summary>
public sealed class WindowPriceTests
{
    private static readonly Period ThreeDays = Days("2025-01-05", "2025-01-08");

    [Theory]
    // 1 kWh an hour, but 10 from 8 to 9: of 33 a day 20 at 0.10 and 13 at 0.30. Each such hour has 2 and 8.
    [InlineData(PriceWindow.Day, 20, "energy 1 60 6.00 EUR|energy 2 39 11.70 EUR")]
    [InlineData(PriceWindow.Hour, 2, "energy 1 75 7.50 EUR|energy 2 24 7.20 EUR")]
    // 5 January 2025 is a Sunday: 33, and 66 from Monday on.
    [InlineData(PriceWindow.Week, 40, "energy 1 73 7.30 EUR|energy 2 26 7.80 EUR")]
    [InlineData(PriceWindow.Month, 40, "energy 1 40 4.00 EUR|energy 2 59 17.70 EUR")]
    public void Each_window_has_its_own_tiers(PriceWindow window, int limit, string lines) => Assert.Equal(
        lines.Split('|'),
        Metered(Tariff(Energy(new PriceModel.PerWindow(window, Tiers(limit)))), ThreeDays, Load).Lines());

    [Fact]
    public void The_tier_reached_by_a_window_prices_all_of_it() => Assert.Equal(
        ["energy 1 69 6.90 EUR", "energy 2 30 9.00 EUR"],
        Metered(
            Tariff(Energy(new PriceModel.PerWindow(PriceWindow.Hour, Tiers(2) with { Mode = TierMode.Volume }))),
            ThreeDays, Load).Lines());

    [Fact]
    public void A_fee_is_due_in_each_window_that_reaches_its_step()
    {
        var price = Tiers(2) with { Steps = [new Tier(2m, 0.10m), new Tier(null, 0m, 1.5m)] };

        Assert.Equal(
            ["energy 1 75 7.50 EUR", "energy 2 24 0.00 EUR", "energy 2 3 4.50 EUR"],
            Metered(Tariff(Energy(new PriceModel.PerWindow(PriceWindow.Hour, price))), ThreeDays, Load).Lines());
    }

    [Theory]
    // Each of three days costs 3.30.
    [InlineData(4.0, null, "energy 99 9.90 EUR|energy minimum 1 2.10 EUR")]
    [InlineData(null, 3.0, "energy 99 9.90 EUR|energy maximum 1 -0.90 EUR")]
    [InlineData(3.0, 4.0, "energy 99 9.90 EUR")]
    public void A_window_costs_at_least_and_at_most(double? least, double? most, string lines)
    {
        var price = new PriceModel.PerWindow(PriceWindow.Day, new PriceModel.Flat(0.10m))
        {
            Least = (decimal?)least,
            Most = (decimal?)most,
        };

        Assert.Equal(lines.Split('|'), Metered(Tariff(Energy(price)), ThreeDays, Load).Lines());
    }

    [Fact]
    public void Periods_of_a_window_have_tiers_of_their_own()
    {
        var price = new PriceModel.TimeOfUse(
            "hours", [new("day", Tiers(20)), new("night", new PriceModel.Flat(0.05m))]);

        // By day 12 hours with 21 kWh, by night 12.
        Assert.Equal(
            ["energy day1 60 6.00 EUR", "energy day2 3 0.90 EUR", "energy night 36 1.80 EUR"],
            Metered(
                Tariff(Energy(new PriceModel.PerWindow(PriceWindow.Day, price))).With(Hours), ThreeDays, Load).Lines());
    }

    [Theory]
    // The last Sundays of March and October: 23 and 25 hours of 3 kWh, of which 2 are in the first tier.
    [InlineData("2025-03-30", "energy 1 46 4.60 EUR|energy 2 23 6.90 EUR")]
    [InlineData("2025-10-26", "energy 1 50 5.00 EUR|energy 2 25 7.50 EUR")]
    public void A_day_has_as_many_hours_as_it_has(string day, string lines)
    {
        var days = new Period(Day(day), Day(day).PlusDays(1));

        Assert.Equal(
            lines.Split('|'),
            Metered(
                Tariff(Energy(new PriceModel.PerWindow(PriceWindow.Hour, Tiers(2)))), days, static _ => 3L).Lines());
    }

    [Fact]
    public void A_flat_price_of_windows_costs_what_a_flat_price_costs() =>
        Gen.Select(Gen.Int[0, 50].Array[24 * 3], Gen.Int[0, 3]).Sample((hours, window) =>
        {
            long Use(LocalDateTime at) => hours[((at.Day * 24) + at.Hour) % hours.Length];
            decimal Cost(PriceModel price) =>
                ContractRating.Rate(Metered(Tariff(Energy(price)), ThreeDays, Use)).Lines.Sum(line => line.ExactAmount);

            var flat = new PriceModel.Flat(0.1234m);
            Assert.Equal(Cost(flat), Cost(new PriceModel.PerWindow((PriceWindow)window, flat)));
            // Rising tiers cost no more the shorter the windows are.
            var steps = Tiers(20);
            Assert.True(Cost(new PriceModel.PerWindow(PriceWindow.Hour, steps))
                <= Cost(new PriceModel.PerWindow(PriceWindow.Day, steps)));
        });

    [Fact]
    public void Determinants_have_days_and_no_hours()
    {
        var day = Energy(new PriceModel.PerWindow(PriceWindow.Day, Tiers(20)));
        var hour = Energy(new PriceModel.PerWindow(PriceWindow.Hour, Tiers(20)));

        // 93 in three days are 31 in each.
        Assert.Equal(
            ["energy 1 60 6.00 EUR", "energy 2 33 9.90 EUR"], Used(Tariff(day), ThreeDays, 93m).Lines());
        var held = ContractRating.Rate(Used(Tariff(hour), ThreeDays, 93m));
        Assert.Equal("missing-intervals", Assert.Single(held.Holds).Code);
    }

    [Theory]
    // Vodafone's Pay as you go 1 (support.vodafone.co.uk): 20p each, on a day at most a pound, and nothing without use.
    [InlineData("02 3", "0.60")]
    [InlineData("02 5, 03 1", "1.20")]
    [InlineData("02 4, 02 9, 03 8, 09 2", "2.40")]
    [InlineData("", "0")]
    public void Events_of_a_day_cost_at_most(string days, string pounds)
    {
        var price = new PriceModel.PerWindow(PriceWindow.Day, new PriceModel.Flat(0.20m)) { Most = 1m };
        var events = days.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(static (day, index) =>
            Event($"{index}", $"2025-01-{day[..2]}", decimal.Parse(day[3..], null)));

        Assert.Equal(decimal.Parse(pounds, null), Used(Charge(price), [.. events]).Cost());
    }

    [Theory]
    // The highest of each day, added up: 7 and 5; of each week 7 and 5, as the 12th is a Sunday; of the month 7.
    [InlineData(PriceWindow.Day, EventAggregation.Max, 14)]
    [InlineData(PriceWindow.Week, EventAggregation.Max, 12)]
    [InlineData(PriceWindow.Month, EventAggregation.Max, 7)]
    [InlineData(PriceWindow.Hour, EventAggregation.Count, 4)]
    public void Events_of_a_window_are_aggregated_by_themselves(
        PriceWindow window, EventAggregation aggregation, int expected)
    {
        var charge = Charge(new PriceModel.PerWindow(window, new PriceModel.Flat(1m)), aggregation);
        UsageEvent[] events =
        [
            Event("1", "2025-01-09", 3m), Event("2", "2025-01-09", 7m), Event("3", "2025-01-12", 2m),
            Event("4", "2025-01-13", 5m),
        ];

        Assert.Equal(expected, Used(charge, events).Cost());
    }

    [Fact]
    public void Packages_of_each_day_are_rounded_by_themselves() => Assert.Equal(
        ["use 3 6.00 EUR"],
        ContractRating.Rate(Used(
            Charge(new PriceModel.PerWindow(
                PriceWindow.Day, new PackagePrice(10m, 2m, 0m, PackageRounding.Up))),
            Event("1", "2025-01-09", 3m), Event("2", "2025-01-09", 8m), Event("3", "2025-01-10", 1m))).Short());

    [Fact]
    public void What_lacks_to_the_least_of_a_step_is_one_line()
    {
        var steps = new SteppedPrice(StepMode.Graduated, null, [new PriceStep(null, 1m, 0m) { Least = 5m }]);

        Assert.Equal(
            ["use 1 7 7.00 EUR", "use 1 2 3.00 EUR"],
            ContractRating.Rate(Used(
                Charge(new PriceModel.PerWindow(PriceWindow.Day, steps)),
                Event("1", "2025-01-09", 3m), Event("2", "2025-01-10", 4m))).Short());
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        var day = new PriceModel.PerWindow(PriceWindow.Day, new PriceModel.Flat(1m));
        AssertRefused(Energy(day with { Least = 2m, Most = 1m }), "price/most", "out-of-range");
        AssertRefused(Energy(day with { Price = Monthly((null, 1m)) }), "price/price/per", "unknown-span");
        AssertRefused(Energy(Tiers(2)), "price/per", "unknown-span");
        AssertRefused(
            Energy(day with { Price = Tiers(2) with { CountedWith = "all" } }), "price/price/countedWith",
            "unfit-price");
        AssertRefused(Energy(day with { Price = day }), "price/price", "unfit-price", "nested-price");
        AssertRefused(Charge(day, EventAggregation.WeightedSum), "aggregation", "unfit-aggregation");
        AssertRefused(Charge(day, billing: EventBilling.PerEvent), "per", "unfit-price");
        AssertRefused(
            Charge(day with { Price = new PercentagePrice(1m, 0m, null, null, null, null) }), "price/price",
            "unfit-price", "unfit-aggregation");
        AssertRefused(
            new Charge.Demand(Head("demand"), Import() with { Unit = "kW" }, 15, day), "price/kind", "price-of-demand");
    }

    private static PriceModel.Tiers Tiers(decimal limit) => new(
        ChargePer.Window, TierMode.Graduated, null, [new Tier(limit, 0.10m), new Tier(null, 0.30m)]);

    private static long Load(LocalDateTime at) => at.Hour == 8 ? 10L : 1L;

    private static void AssertRefused(Charge charge, string path, params string[] rules)
    {
        var problems = TariffValidation.ProblemsOf(Tariff(charge));

        Assert.Contains($"versions/0/charges/0/{path}", problems.Select(static problem => problem.Path));
        Assert.All(problems, problem => Assert.Contains(problem.Rule, rules));
    }
}
