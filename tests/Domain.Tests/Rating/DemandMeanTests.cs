using System.Globalization;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Demands;
using CsCheck;
using NodaTime;
using static BillingActors.Domain.Tests.Rating.Given;
using static BillingActors.Domain.Tests.Rating.Prices.PriceExamples;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Rating;

/// <summary>Demands that are means: of the highest hours of a month, and of the months of a year.</summary>
public sealed class DemandMeanTests
{
    private static readonly MeterSelection Power = Import() with { Unit = "kW" };

    // 8, 7 and 6 kW on the 2nd, 5 kW on the 3rd, 2 kW on the 4th, else 1.
    private static readonly Dictionary<LocalDateTime, long> Hourly = new()
    {
        [new(2025, 1, 2, 8, 0)] = 8,
        [new(2025, 1, 2, 9, 0)] = 7,
        [new(2025, 1, 2, 23, 0)] = 6,
        [new(2025, 1, 3, 8, 0)] = 5,
        [new(2025, 1, 4, 8, 0)] = 2,
    };

    [Theory]
    // Norgesnett (norgesnett.no): the mean of the three highest hours of the month, which are of different days.
    [InlineData(3, true, 5)]
    // The three highest hours of all: (8 + 7 + 6) / 3.
    [InlineData(3, false, 7)]
    [InlineData(1, true, 8)]
    [InlineData(1, false, 8)]
    // 8, 5, 2 and twenty-eight days of 1: 43 / 31, as more days there are not.
    [InlineData(100, true, 43d / 31d)]
    public void A_demand_is_the_mean_of_the_highest_hours(int highest, bool isOfDays, double mean)
    {
        var line = Assert.Single(Rate(new DemandMean(highest, isOfDays), January).Lines);

        Assert.Equal((decimal)mean, decimal.Round(line.Quantity, 14), 12);
    }

    [Fact]
    public void The_line_names_the_hours_with_their_days()
    {
        var line = Assert.Single(Rate(new DemandMean(2, true), January).Lines);

        Assert.Equal(
            "E1 2025-01-01..2025-02-01; mean of 2: 8 kW at 2025-01-02T08:00+01:00, 5 kW at 2025-01-03T08:00+01:00",
            line.Source.Reference);
    }

    [Theory]
    // Ecomon (ecomon.no/docs/support/nettleie): the step is found by the mean, and its price is for the days that the
    // customer was there, as 17 of the 31 days from July 15 on. The mean of two days alone is (8 + 1) / 2.
    [InlineData("2025-01-01", "2025-02-01", "240.00")]
    [InlineData("2025-01-15", "2025-02-01", "82.26")]
    [InlineData("2025-01-01", "2025-01-03", "15.48")]
    public void A_step_by_the_mean_costs_its_price(string from, string until, string amount)
    {
        var steps = new PriceModel.Tiers(
            ChargePer.Month, TierMode.Volume, null,
            [new Tier(2m, 0m, 150m), new Tier(5m, 0m, 240m), new Tier(10m, 0m, 400m), new Tier(null, 0m, 600m)]);
        var days = Days(from, until);
        var result = Rate(new DemandMean(3, true), days, steps);

        Assert.Equal(amount, result.Total().ToString("0.00", CultureInfo.InvariantCulture));
    }

    [Theory]
    // Peaks of each period and day: from 8 to 20 8, 5 and 2; at night 6, 1 and 1.
    [InlineData("day", 5)]
    [InlineData("night", 8d / 3d)]
    public void Each_period_has_the_mean_of_its_own_hours(string period, double mean)
    {
        var price = new PriceModel.TimeOfUse(
            "hours", [new("day", new PriceModel.Flat(1m)), new("night", new PriceModel.Flat(1m))]);
        var line = Rate(new DemandMean(3, true), January, price).Lines.Single(one => one.TimeOfUse == period);

        Assert.Equal((decimal)mean, decimal.Round(line.Quantity, 14), 12);
    }

    [Fact]
    public void A_mean_is_at_most_the_highest_and_rises_with_each_window() =>
        Gen.Select(Gen.Int[0, 9].Array[24 * 3], Gen.Int[1, 6]).Sample((hours, count) =>
        {
            var days = Days("2025-01-01", "2025-01-04");
            decimal Mean(DemandMean? mean) => Assert.Single(ContractRating.Rate(Metered(
                Tariff(Demand(mean)), days, at => hours[(at.Day - 1) % 3 * 24 + at.Hour])).Lines).Quantity;

            var (highest, some, more) = (Mean(null), Mean(new(count, false)), Mean(new(count + 1, false)));
            Assert.True(highest >= some && some >= more);
            // Of other days they are lower.
            Assert.True(some >= Mean(new(count, true)) || count > 3);
            Assert.Equal(highest, Mean(new(1, true)));
        });

    [Fact]
    public void The_mean_of_months_is_carried_in_the_state()
    {
        // Flanders (wasewind.be, groepsaankoop.be): the mean of the last twelve peaks of months, of which each is at
        // least 2.5 kW. The second month has (4 + 2.5) / 2, the thirteenth has forgotten the first.
        decimal[] peaks = [4, 2, 6, 3, 3, 3, 3, 3, 3, 3, 3, 3, 5];
        decimal[] means = [4, 3.25m, 12.5m / 3m, 3.875m, 3.7m];
        var tariff = Tariff(Demand(null) with { Terms = new() { Rolling = new RollingMean(12, 2.5m) } });
        var state = RatingState.Empty;
        for (var i = 0; i < peaks.Length; i++)
        {
            var month = Month(i);
            var result = ContractRating.Rate(Determined(tariff, month, peaks[i]) with { State = state });
            var line = Assert.Single(result.Lines);

            if (i < means.Length)
                Assert.Equal(means[i], line.Quantity);
            if (i == 11)
                Assert.Equal(39.5m / 12m, line.Quantity);
            if (i == 12)
                Assert.Equal(40.5m / 12m, line.Quantity);
            state = result.State;
        }
    }

    // Bills of half a month: of two months the bill and the latest one before count, though three began in that time.
    [Fact]
    public void As_many_bills_count_as_months_however_short_they_are()
    {
        var tariff = Tariff(Rolling(2, null));
        var state = RatingState.Empty;
        decimal[] peaks = [8, 6, 4, 2];
        decimal[] means = [8, 7, 5, 3];
        LocalDate[] starts = [new(2025, 1, 1), new(2025, 1, 16), new(2025, 2, 1), new(2025, 2, 16), new(2025, 3, 1)];
        for (var i = 0; i < peaks.Length; i++)
        {
            var days = new Period(starts[i], starts[i + 1]);
            var result = ContractRating.Rate(Determined(tariff, days, peaks[i]) with { State = state });

            Assert.Equal(means[i], Assert.Single(result.Lines).Quantity);
            state = result.State;
        }
    }

    [Theory]
    // 4 alone; with eleven months of 2.5: 31.5 / 12.
    [InlineData("known", "", 4)]
    [InlineData("least", "", 2.625)]
    // 8 in December: (4 + 8) / 2, and with ten months of 2.5.
    [InlineData("known", "2024-12:8", 6)]
    [InlineData("least", "2024-12:8", 3.08333333333333)]
    [InlineData("known", "demand@2024-12:8", 6)]
    [InlineData("known", "other@2024-12:8", 4)]
    // Months that are longer ago than the eleven before.
    [InlineData("known", "2024-01:8", 4)]
    [InlineData("known", "2024-02:8", 6)]
    public void The_first_year_has_a_rule_of_its_own(string rule, string prior, double mean)
    {
        var request = Determined(Tariff(Rolling(12, 2.5m)), January, 4m)
            .Set(("rolling-first-year", rule), ("prior-peaks", prior));

        Assert.Equal(
            (decimal)mean, decimal.Round(Assert.Single(ContractRating.Rate(request).Lines).Quantity, 14), 12);
    }

    [Fact]
    public void A_peak_that_is_given_goes_over_the_one_of_the_state()
    {
        var december = Days("2024-12-03", "2025-01-02");
        var state = RatingState.Empty with { Peaks = [new PeakDemand("demand", december, null, 10m)] };
        var request = Determined(Tariff(Rolling(12, null)), January, 4m) with { State = state };

        Assert.Equal(7m, Assert.Single(ContractRating.Rate(request).Lines).Quantity);
        Assert.Equal(6m, Assert.Single(ContractRating.Rate(request.Set(("prior-peaks", "2024-12:8"))).Lines).Quantity);
    }

    [Fact]
    public void The_mean_of_equal_months_is_each_of_them() =>
        Gen.Select(Gen.Int[1, 500], Gen.Int[2, 14]).Sample((tenths, months) =>
        {
            var tariff = Tariff(Rolling(months, null));
            var state = RatingState.Empty;
            for (var i = 0; i < 5; i++)
            {
                var result = ContractRating.Rate(Determined(tariff, Month(i), tenths / 10m) with { State = state });

                Assert.Equal(tenths / 10m, Assert.Single(result.Lines).Quantity);
                state = result.State;
            }
        });

    [Theory]
    [InlineData(0, 12, "mean/highest", "out-of-range")]
    [InlineData(101, 12, "mean/highest", "out-of-range")]
    [InlineData(3, 1, "rolling/months", "out-of-range")]
    [InlineData(3, 61, "rolling/months", "out-of-range")]
    public void A_mean_of_nothing_is_refused(int highest, int months, string path, string rule) =>
        AssertRefused(new DemandTerms { Mean = new(highest, true), Rolling = new(months, null) }, path, rule);

    [Fact]
    public void What_does_not_go_with_a_mean_is_refused()
    {
        AssertRefused(new DemandTerms { Mean = new(3, true), Basis = DemandBasis.Daily }, "mean", "highest-only");
        AssertRefused(new DemandTerms { Rolling = new(3, null), Basis = DemandBasis.Daily }, "rolling", "highest-only");
        AssertRefused(new DemandTerms { Rolling = new(3, -1m) }, "rolling/least", "out-of-range");
        AssertRefused(
            new DemandTerms { Rolling = new(3, null), Ratchet = new Ratchet(50m, 11) }, "rolling", "one-look-back");
    }

    private static void AssertRefused(DemandTerms terms, string path, string rule)
    {
        var problem = Assert.Single(TariffValidation.ProblemsOf(Tariff(Demand(null) with { Terms = terms })));

        Assert.Equal(($"versions/0/charges/0/{path}", rule), (problem.Path, problem.Rule));
    }

    private static Period Month(int index)
    {
        var from = Day("2025-01-01").PlusMonths(index);
        return new Period(from, from.PlusMonths(1));
    }

    private static Charge.Demand Rolling(int months, decimal? least) =>
        Demand(null) with { Terms = new() { Rolling = new RollingMean(months, least) } };

    private static Charge.Demand Demand(DemandMean? mean) =>
        new(Head("demand"), Power, 60, new PriceModel.Flat(1m)) { Terms = new() { Mean = mean } };

    private static RatingResult Rate(DemandMean mean, Period days, PriceModel? price = null)
    {
        var charge = Demand(mean) with { Price = price ?? new PriceModel.Flat(1m) };
        var request = Metered(Tariff(charge).With(Hours), January, static at => Hourly.GetValueOrDefault(at, 1));
        return ContractRating.Rate(request with { Service = days });
    }
}
