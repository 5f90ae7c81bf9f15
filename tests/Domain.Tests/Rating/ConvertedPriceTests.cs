using BillingActors.Domain.Rating;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Conversions;
using BillingActors.Domain.Tariffs.Prices;
using static BillingActors.Domain.Tests.Rating.Given;
using static BillingActors.Domain.Tests.Rating.Prices.PriceExamples;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Rating;

/// <summary>Losses are billed whatever kind of price the use has: each of these bills a twentieth more.</summary>
public sealed class ConvertedPriceTests
{
    private static readonly Period Day1 = Days("2025-01-08", "2025-01-09");

    private static readonly QuantityConversion Losses =
        new("kWh", [new ConversionFactor("losses", [new FactorValue(null, 1.05m)], null)], null);

    [Fact]
    public void A_price_for_each_hour() => Assert.Equal(
        // 24 hours of 2 kWh, an hour at 0, 0.1 … 2.3: 27.6 × 2 × 1.05.
        ["energy 50.4 57.96 EUR"],
        Of(new PriceModel.Hourly("spot", 1m, 0m)).Lines());

    [Fact]
    public void A_price_for_called_hours() => Assert.Equal(
        ["energy event 6.3 6.30 EUR", "energy 44.1 8.82 EUR"],
        Of(new PriceModel.CriticalPeak("peaks", new PriceModel.Flat(1m), new PriceModel.Flat(0.2m))).Lines());

    // Three hours at 2 kWh are 6.3 with losses, and 12.5 was expected.
    [Fact]
    public void What_was_saved_below_a_baseline() =>
        Assert.Equal(["energy event 6.2 -12.40 EUR"], Of(new PriceModel.PeakRebate("peaks", 2m)).Lines());

    // The night until 8 has 16.8; of the day's 25.2 the tier has 13.2 left, the rest and the evening are beyond it.
    [Fact]
    public void Tiers_in_the_order_of_time() => Assert.Equal(
        ["energy day1 13.2 2.64 EUR", "energy day2 12 4.80 EUR", "energy night1 16.8 1.68 EUR",
            "energy night2 8.4 2.52 EUR"],
        Of(InOrder(30m)).Lines());

    // 2.1 an hour are 50.4 in all, and rounded 50, however they are cut.
    [Fact]
    public void A_rounded_sum_stays_the_sum()
    {
        var request = Of(InOrder(30m)).Set(("converted-decimals", "0"));

        Assert.Equal(50m, ContractRating.Rate(request).Lines.Sum(static line => line.Quantity));
    }

    // Each hour of 2.1 is 2.
    [Fact]
    public void Rounded_intervals_stay_rounded()
    {
        var request = Of(InOrder(30m)).Set(("converted-decimals", "0"), ("converted-rounding", "interval"));

        Assert.Equal(48m, ContractRating.Rate(request).Lines.Sum(static line => line.Quantity));
    }

    // 2.1 each hour: two at 0.10 and the rest at 0.50 are 0.25 an hour.
    [Fact]
    public void Windows_of_hours() => Assert.Equal(
        ["energy 1 48 4.80 EUR", "energy 2 2.4 1.20 EUR"],
        Of(new PriceModel.PerWindow(PriceWindow.Hour, new PriceModel.Tiers(
            ChargePer.Window, TierMode.Graduated, null, [new Tier(2m, 0.10m), new Tier(null, 0.50m)]))).Lines());

    // The rounded sum of 50 has the whole hours of 2 and, twice, one more.
    [Fact]
    public void Windows_of_hours_have_what_they_add_to_a_rounded_sum() => Assert.Equal(
        50m,
        ContractRating.Rate(Of(new PriceModel.PerWindow(PriceWindow.Hour, new PriceModel.Flat(1m)))
            .Set(("converted-decimals", "0"))).Lines.Sum(static line => line.Quantity));

    // From noon on no losses: twelve hours of 2.1 and twelve of 2; a factor changes with a day, so over two days.
    [Fact]
    public void A_factor_that_changes_counts_from_its_day()
    {
        var losses = Losses.Factors[0] with
        {
            Values = [new FactorValue(null, 1.05m), new FactorValue(Day("2025-01-09"), 1m)],
        };
        var request = Of(InOrder(1000m), Losses with { Factors = [losses] }, Days("2025-01-08", "2025-01-10"));

        Assert.Equal(50.4m + 48m, ContractRating.Rate(request).Lines.Sum(static line => line.Quantity));
    }

    [Fact]
    public void What_is_netted_is_not_converted()
    {
        var netting = new Charge.EnergyNetting(Head("netting"), new(
            new("kWh", [], []), null, [], null, null, new(null, null, null, null, null)));
        var usage = new Charge.Usage(Head("energy"), Import(), new PriceModel.Flat(1m))
        {
            Netted = "netting",
            Conversion = Losses,
        };

        var problem = Assert.Single(TariffValidation.ProblemsOf(Tariff(netting, usage)));
        Assert.Equal(("versions/0/charges/1/conversion", "other-unit"), (problem.Path, problem.Rule));
    }

    private static PriceModel InOrder(decimal limit) => new PriceModel.TimeOfUse("hours",
    [
        new("day", Monthly((limit * 31m, 0.20m), (null, 0.40m))),
        new("night", Monthly((limit * 31m, 0.10m), (null, 0.30m))),
    ])
    {
        Counting = TierCounting.OfWholeInOrder,
    };

    private static RatingRequest Of(PriceModel price, QuantityConversion? conversion = null, Period? days = null)
    {
        var usage = new Charge.Usage(Head("energy"), Import(), price) { Conversion = conversion ?? Losses };
        var called = new EventList("peaks", [new PeakEvent(Day("2025-01-08"), 17 * 60, 20 * 60, Baseline: 12.5m)]);
        var series = new PriceSeries(
            "spot", Day("2025-01-08"), null, 60, [[.. Enumerable.Range(0, 24).Select(static hour => hour / 10m)]]);
        var tariff = Tariff(usage).With(Hours);
        tariff = tariff with { Versions = [tariff.Versions[0] with { Events = [called], Series = [series] }] };
        return Metered(tariff, January, static _ => 2) with { Service = days ?? Day1 };
    }
}
