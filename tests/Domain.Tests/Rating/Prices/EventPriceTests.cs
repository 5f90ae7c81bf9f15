using BillingActors.Domain.Rating;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Prices;
using NodaTime;
using static BillingActors.Domain.Tests.Rating.Given;
using static BillingActors.Domain.Tests.Rating.Prices.PriceExamples;

namespace BillingActors.Domain.Tests.Rating.Prices;

public sealed class EventPriceTests
{
    private static readonly EventList Called =
        new("peaks", [new PeakEvent(Day("2025-01-08"), 17 * 60, 20 * 60, Baseline: 12.5m)]);

    private static readonly PriceModel Critical = new PriceModel.CriticalPeak(
        "peaks", new PriceModel.Flat(1.00m), new PriceModel.Flat(0.20m));

    [Fact]
    public void Hours_of_events_have_their_own_price()
    {
        // 744 hours at 1 kWh, 3 of them called.
        Assert.Equal(
            ["energy event 3 3.00 EUR", "energy 741 148.20 EUR"],
            Metered(WithEvents(Energy(Critical)), January, _ => 1).Lines());
    }

    [Fact]
    public void Events_of_the_contract_are_added_and_overlaps_count_once()
    {
        // 17 to 20 is there already; 19 to 21 adds one hour. Another day adds two.
        var request = Metered(WithEvents(Energy(Critical)), January, _ => 1)
            .Set(("peak-events", "2025-01-08T19:00/21:00, 2025-01-09T17:00/19:00"));

        Assert.Equal(["energy event 6 6.00 EUR", "energy 738 147.60 EUR"], request.Lines());
    }

    [Theory]
    [InlineData("peaks@2025-01-09T17:00/19:00", "energy event 5 5.00 EUR")]
    [InlineData("other@2025-01-09T17:00/19:00", "energy event 3 3.00 EUR")]
    [InlineData("other@2025-01-09T17:00/19:00,2025-01-10T17:00/18:00", "energy event 4 4.00 EUR")]
    public void Events_of_the_contract_may_be_of_one_list(string called, string line) =>
        Assert.Equal(
            line, Metered(WithEvents(Energy(Critical)), January, _ => 1).Set(("peak-events", called)).Lines()[0]);

    [Theory]
    [InlineData("@2025-01-09T17:00/19:00")]
    [InlineData("peaks@")]
    [InlineData("2025-01-09@17:00/19:00")]
    public void Events_that_are_none_are_refused(string called) =>
        Assert.Null(Domain.Tariffs.Settings.RatingSettings.Default.With("peak-events", called, out _));

    [Fact]
    public void An_adder_on_events_and_a_credit_off_them_go_over_time_of_use_prices()
    {
        // The adder is a charge of its own: 3 × 0.75, and −0.01 on the other 741 hours.
        var adder = new Charge.Usage(
            Head("critical"), Import(), new PriceModel.CriticalPeak(
                "peaks", new PriceModel.Flat(0.75m), new PriceModel.Flat(-0.01m)));
        var tariff = WithEvents(Energy(0.20m), adder);

        Assert.Equal(
            ["energy 744 148.80 EUR", "critical event 3 2.25 EUR", "critical 741 -7.41 EUR"],
            Metered(tariff, January, _ => 1).Lines());
    }

    [Fact]
    public void All_other_hours_may_be_priced_by_a_calendar()
    {
        // Day is 8 to 20: 31 × 12 = 372 hours, 3 of them called.
        var price = new PriceModel.CriticalPeak("peaks", new PriceModel.Flat(1m), new PriceModel.TimeOfUse(
            "hours", [new("day", new PriceModel.Flat(0.30m)), new("night", new PriceModel.Flat(0.10m))]));

        Assert.Equal(
            ["energy event 3 3.00 EUR", "energy day 369 110.70 EUR", "energy night 372 37.20 EUR"],
            Metered(WithEvents(Energy(price)).With(Hours), January, _ => 1).Lines());
        Assert.Equal(
            ["energy event 3 3.00 EUR", "energy day 369 110.70 EUR", "energy night 372 37.20 EUR"],
            Used(WithEvents(Energy(price)).With(Hours), January, ("event", 3m), ("day", 369m), ("night", 372m))
                .Lines());
    }

    [Theory]
    // 12.5 kWh baseline; three hours at 3 kWh are 9: 3.5 saved at 2.00. At 5 kWh nothing is saved.
    [InlineData(3, "rebate event 3.5 -7.00 EUR")]
    [InlineData(5, "")]
    public void What_was_saved_below_the_baseline_is_paid(long each, string lines)
    {
        var rebate = new Charge.Usage(Head("rebate"), Import(), new PriceModel.PeakRebate("peaks", 2m));

        Assert.Equal(lines, string.Join('|', Metered(WithEvents(rebate), January, _ => each).Lines()));
    }

    [Fact]
    public void Each_hour_has_its_published_price()
    {
        // One kWh in hours 0 and 1 of 1 January: (0.10 + 0.20) × 1.05 + 2 × 0.01 = 0.335.
        var day = Days("2025-01-01", "2025-01-02");
        var tariff = WithSeries(Row(24, hour => (hour + 1) / 10m));

        var line = Assert.Single(ContractRating.Rate(Metered(tariff, day, at => at.Hour < 2 ? 1 : 0)).Lines);
        Assert.Equal((2m, 0.1675m, 0.335m), (line.Quantity, line.UnitPrice, line.ExactAmount));
    }

    [Theory]
    [InlineData(23, "Charge energy: series spot has 23 of 24 prices of 2025-01-01.")]
    [InlineData(0, "Charge energy: series spot has 0 of 24 prices of 2025-01-01.")]
    public void A_missing_hour_holds_the_contract(int count, string detail)
    {
        var request = Metered(WithSeries(Row(count, _ => 0.1m)), Days("2025-01-01", "2025-01-02"), _ => 1);

        Assert.Equal(new HoldReason("missing-prices", detail), Assert.Single(ContractRating.Rate(request).Holds));
    }

    [Fact]
    public void The_day_the_clock_goes_back_has_twenty_five_prices()
    {
        var day = Days("2025-10-26", "2025-10-27");
        var price = new PriceModel.Hourly("spot", 1m, 0m);
        var series = new PriceSeries("spot", day.From, null, 60, [Row(25, hour => hour)]);
        var tariff = Tariff(Version(1, "2020-01-01", Energy(price)) with { Series = [series] });

        // 0 + 1 + … + 24 = 300.
        Assert.Equal(300m, ContractRating.Rate(Metered(tariff, day, _ => 1)).Total());
    }

    private static System.Collections.Immutable.ImmutableArray<decimal> Row(int count, Func<int, decimal> price) =>
        [.. Enumerable.Range(0, count).Select(price)];

    private static Tariff WithSeries(System.Collections.Immutable.ImmutableArray<decimal> row) => Tariff(
        Version(1, "2020-01-01", Energy(new PriceModel.Hourly("spot", 1.05m, 0.01m))) with
        {
            Series = [new PriceSeries("spot", new LocalDate(2025, 1, 1), null, 60, [row])],
        });

    private static Tariff WithEvents(params Charge[] charges) =>
        Tariff(Version(1, "2020-01-01", charges) with { Events = [Called] });
}
