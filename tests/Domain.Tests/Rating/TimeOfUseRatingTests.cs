using BillingActors.Domain.Rating;
using BillingActors.Domain.Tariffs;
using NodaTime;
using static BillingActors.Domain.Tests.Rating.Given;

namespace BillingActors.Domain.Tests.Rating;

public sealed class TimeOfUseRatingTests
{
    // Summer from June, winter from October. Weekdays 16 to 21 are peak in summer, 17 to 20 in winter; all else is off.
    private static readonly TimeOfUseCalendar Hours = new(
        "hours",
        [new("summer", new AnnualDate(6, 1)), new("winter", new AnnualDate(10, 1))],
        [Day("2025-01-01"), Day("2025-01-06")],
        [
            new("summer", DayKind.Weekday, 16 * 60, 21 * 60, "peak"),
            new("winter", DayKind.Weekday, 17 * 60, 20 * 60, "peak"),
        ],
        "off");

    private static readonly PriceModel ByHour = new PriceModel.TimeOfUse(
        "hours", [new("peak", new PriceModel.Flat(0.40m)), new("off", new PriceModel.Flat(0.20m))]);

    [Fact]
    public void Weekday_hours_are_peak_and_holidays_are_not()
    {
        // January 2025 has 23 weekdays, two of them holidays: 21 × 3 h = 63 kWh peak, 744 − 63 = 681 off.
        Assert.Equal(["energy peak 63 25.20 EUR", "energy off 681 136.20 EUR"], Rate(January, Channel()).Short());
    }

    [Fact]
    public void Seasons_change_the_hours()
    {
        // July 2025 has 23 weekdays × 5 h = 115; 744 − 115 = 629.
        var july = Days("2025-07-01", "2025-08-01");

        Assert.Equal(["energy peak 115 46.00 EUR", "energy off 629 125.80 EUR"], Rate(july, Channel()).Short());
    }

    [Theory]
    // The clock goes back on Sunday 26 October 2025: 25 hours; and forward on 30 March 2025: 23 hours.
    [InlineData("2025-10-26", 25)]
    [InlineData("2025-03-30", 23)]
    [InlineData("2025-03-31", 24)]
    public void A_day_has_the_hours_its_zone_gives_it(string on, int hours)
    {
        var day = new Domain.Primitives.Period(Day(on), Day(on).PlusDays(1));

        Assert.Equal(hours, Rate(day, Channel(minutes: 15)).Lines.Sum(line => line.Quantity) / 4);
    }

    [Theory]
    // Night is 00:00 to 05:00: 6 hours of it when the clock goes back, 4 when it goes forward.
    [InlineData("2025-10-26", 6, 19)]
    [InlineData("2025-03-30", 4, 19)]
    public void The_repeated_hour_is_night_twice_and_the_lost_hour_never(string on, int night, int day)
    {
        var calendar = new TimeOfUseCalendar("hours", [], [], [new(null, DayKind.All, 0, 300, "night")], "day");
        var price = new PriceModel.TimeOfUse(
            "hours", [new("night", new PriceModel.Flat(1m)), new("day", new PriceModel.Flat(2m))]);
        var days = new Domain.Primitives.Period(Day(on), Day(on).PlusDays(1));
        var channel = Channel(offset: 600);

        var result = ContractRating.Rate(Rated(Tariff(Energy(price)).With(calendar), days, Smart(channel))
            .With(Load(channel, days, each: 1)));

        Assert.Equal([night, day], result.Lines.Select(line => line.Quantity));
    }

    [Theory]
    [InlineData(-480)]
    [InlineData(0)]
    [InlineData(60)]
    [InlineData(600)]
    public void The_offset_of_the_source_does_not_change_the_bill(int offset)
    {
        // The load depends on the instant alone: the hour of the day in UTC.
        var channel = Channel(offset: offset);
        var result = ContractRating.Rate(Rated(Tariff(Energy(ByHour)).With(Hours), January, Smart(channel))
            .With(Load(channel, January, at => at.InUtc().Hour)));

        // Local 17, 18, 19 are UTC 16, 17, 18: 51 kWh on 21 days. A day has 0 + … + 23 = 276; 31 × 276 = 8556.
        Assert.Equal(["energy peak 1071 428.40 EUR", "energy off 7485 1497.00 EUR"], result.Short());
    }

    [Fact]
    public void Each_period_may_have_tiers_of_its_own()
    {
        // 63 kWh peak: 50 at 0.40, 13 at 0.60.
        var price = new PriceModel.TimeOfUse(
            "hours", [new("peak", Monthly((50, 0.40m), (null, 0.60m))), new("off", new PriceModel.Flat(0.20m))]);
        var channel = Channel();
        var result = ContractRating.Rate(Rated(Tariff(Energy(price)).With(Hours), January, Smart(channel))
            .With(Load(channel, January, each: 1)));

        Assert.Equal(
            ["energy peak1 50 20.00 EUR", "energy peak2 13 7.80 EUR", "energy off 681 136.20 EUR"], result.Short());
    }

    [Fact]
    public void Demand_is_the_highest_window_per_period()
    {
        // 2 kWh in one quarter of an hour of peak, 7 January 17:15 local, are 8 kW; elsewhere 0.25 kWh are 1 kW.
        var price = new PriceModel.TimeOfUse(
            "hours", [new("peak", Monthly((5, 4m), (null, 6m))), new("off", new PriceModel.Flat(1m))]);
        var demand = new Charge.Demand(
            Head("demand"), Import() with { Unit = "kW" }, 15, price);
        var channel = Channel(minutes: 15);
        var spike = Instant.FromUtc(2025, 1, 7, 16, 15);

        var result = ContractRating.Rate(Rated(Tariff(demand).With(Hours), January, Smart(channel))
            .With(Load(channel, January, at => at == spike ? 200 : 25, scale: 2)));

        Assert.Equal(
            ["demand peak1 5 20.00 EUR", "demand peak2 3 18.00 EUR", "demand off 1 1.00 EUR"], result.Short());
    }

    [Fact]
    public void Demand_over_half_an_hour_averages_two_quarters()
    {
        // 2 kWh and 0.25 kWh in half an hour are 4.5 kW; half of January costs 16/31 of 10.00 per kW: 23.2258.
        var demand = new Charge.Demand(
            Head("demand"), Import() with { Unit = "kW" }, 30, new PriceModel.Flat(10m));
        var channel = Channel(minutes: 15);
        var spike = Instant.FromUtc(2025, 1, 7, 16, 15);
        var request = Rated(Tariff(demand), January, Smart(channel))
            .With(Load(channel, January, at => at == spike ? 200 : 25, scale: 2));

        var result = ContractRating.Rate(request with { Service = Days("2025-01-01", "2025-01-17") });

        var line = Assert.Single(result.Lines);
        Assert.Equal((4.5m, Euros(23.23m)), (line.Quantity, line.Amount));
    }

    private static RatingResult Rate(Domain.Primitives.Period days, Domain.Metering.Channel channel) =>
        ContractRating.Rate(Rated(Tariff(Energy(ByHour)).With(Hours), days, Smart(channel))
            .With(Load(channel, days, each: 1)));
}
