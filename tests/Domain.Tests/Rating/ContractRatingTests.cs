using BillingActors.Domain.Metering;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tariffs;
using static BillingActors.Domain.Tests.Rating.Given;

namespace BillingActors.Domain.Tests.Rating;

public sealed class ContractRatingTests
{
    private static readonly PriceModel Blocks = Monthly((310, 0.20m), (620, 0.25m), (null, 0.30m));

    [Fact]
    public void A_flat_price_multiplies_all_use()
    {
        // 31 days × 24 hours × 0.25 kWh = 186 kWh; 186 × 0.2935 = 54.591.
        var channel = Channel();
        var result = ContractRating.Rate(Rated(Tariff(Energy(0.2935m)), January, Smart(channel))
            .With(Load(channel, January, each: 25, scale: 2)));

        var line = Assert.Single(result.Lines);
        Assert.Equal((186m, 0.2935m, 54.591m, Euros(54.59m)),
            (line.Quantity, line.UnitPrice, line.ExactAmount, line.Amount));
        Assert.Equal(new LineSource("intervals", "E1 2025-01-01..2025-02-01", "I1"), line.Source);
        Assert.Equal(new MeasuredUse("kWh", Direction.Import, 186m, 0m), Assert.Single(result.Uses));
        Assert.Equal("home@1", line.TariffVersion);
    }

    [Theory]
    // Exactly at the first limit: 310 × 0.20 = 62.00.
    [InlineData(310, "energy 1 310 62.00 EUR")]
    // One above: one unit at 0.25.
    [InlineData(311, "energy 1 310 62.00 EUR|energy 2 1 0.25 EUR")]
    // Exactly at the second: 310 × 0.25 = 77.50.
    [InlineData(620, "energy 1 310 62.00 EUR|energy 2 310 77.50 EUR")]
    [InlineData(621, "energy 1 310 62.00 EUR|energy 2 310 77.50 EUR|energy 3 1 0.30 EUR")]
    [InlineData(0, "energy 1 0 0.00 EUR")]
    public void Each_tier_prices_its_own_part(long used, string lines)
    {
        var result = ContractRating.Rate(Dialled(Tariff(Energy(Blocks)), used));

        Assert.Equal(lines.Split('|'), result.Short());
    }

    [Theory]
    [InlineData(TierLimit.Inclusive, 310, "energy 1 310 62.00 EUR")]
    [InlineData(TierLimit.Exclusive, 310, "energy 2 310 77.50 EUR")]
    [InlineData(TierLimit.Inclusive, 311, "energy 2 311 77.75 EUR")]
    public void The_tier_reached_prices_the_whole_volume(TierLimit limit, long used, string line)
    {
        var price = new PriceModel.Tiers(ChargePer.Month, TierMode.Volume, limit, Steps([(310, 0.20m), (null, 0.25m)]));

        Assert.Equal([line], ContractRating.Rate(Dialled(Tariff(Energy(price)), used)).Short());
    }

    [Fact]
    public void A_daily_allowance_counts_the_days()
    {
        // 31 days × 4 kWh = 124 kWh at 0.10 = 12.40; the other 76 at 0.40 = 30.40.
        var result = ContractRating.Rate(Dialled(Tariff(Energy(Daily((4, 0.10m), (null, 0.40m)))), 200));

        Assert.Equal(["energy 1 124 12.40 EUR", "energy 2 76 30.40 EUR"], result.Short());
    }

    [Fact]
    public void Fixed_charges_are_for_days_months_and_years()
    {
        var tariff = Tariff(
            new Charge.Fixed(Head("daily"), ChargePer.Day, 0.50m),
            new Charge.Fixed(Head("monthly"), ChargePer.Month, 9.90m),
            new Charge.Fixed(Head("yearly"), ChargePer.Year, 73m));

        var whole = ContractRating.Rate(Rated(tariff, January));
        // 17 of 31 days: 8.50; 9.90 × 17/31 = 5.4290…; 73 × 17/365 = 3.40.
        var part = ContractRating.Rate(Rated(tariff, January) with { Service = Days("2025-01-01", "2025-01-18") });

        // 31 × 0.50; one month; 73 × 31/365 = 6.20.
        Assert.Equal(["daily 31 15.50 EUR", "monthly 1 9.90 EUR", "yearly 0.0849315068 6.20 EUR"], whole.Short());
        Assert.Equal(
            ["daily 17 8.50 EUR", "monthly 0.5483870968 5.43 EUR", "yearly 0.0465753425 3.40 EUR"], part.Short());
    }

    [Fact]
    public void A_rate_change_cuts_energy_by_interval_and_the_rest_by_days()
    {
        // 10 days before, 21 after. Fixed 31.00: 10.00 and 42.00 × 21/31 = 28.4516. Allowance 310: 100 and 210.
        // 24 kWh a day: 240 kWh at 0.20 up to 100, then 0.30; 504 kWh at 0.40 up to 210, then 0.50.
        var channel = Channel();
        var tariff = Tariff(
            Version(1, "2024-01-01", Base(31m), Energy(Monthly((310, 0.20m), (null, 0.30m)))),
            Version(2, "2025-01-11", Base(42m), Energy(Monthly((310, 0.40m), (null, 0.50m)))));

        var result = ContractRating.Rate(
            Rated(tariff, January, Smart(channel)).With(Load(channel, January, each: 1)));

        Assert.Equal(
            [
                "base 0.3225806452 10.00 EUR", "energy 1 100 20.00 EUR", "energy 2 140 42.00 EUR",
                "base 0.6774193548 28.45 EUR", "energy 1 210 84.00 EUR", "energy 2 294 147.00 EUR",
            ],
            result.Short());
        Assert.Equal(["home@1", "home@2"], result.Taxes.Select(taxes => taxes.TariffVersion).ToArray());
    }

    [Fact]
    public void A_rate_change_cuts_register_use_by_days()
    {
        // 310 kWh over 31 days: 100 before, 210 after.
        var tariff = Tariff(Version(1, "2024-01-01", Energy(0.20m)), Version(2, "2025-01-11", Energy(0.40m)));

        var result = ContractRating.Rate(Dialled(tariff, 310));

        Assert.Equal(["energy 100 20.00 EUR", "energy 210 84.00 EUR"], result.Short());
    }

    [Fact]
    public void A_rider_has_days_of_its_own_and_leaves_the_tiers_alone()
    {
        // The rider applies from 22 January: 10 days × 24 kWh = 240 kWh × −0.015 = −3.60.
        var channel = Channel();
        var rider = new Charge.Usage(Head("fuel", from: "2025-01-22"), Import(), new PriceModel.Flat(-0.015m));

        var result = ContractRating.Rate(Rated(Tariff(Energy(Blocks), rider), January, Smart(channel))
            .With(Load(channel, January, each: 1)));

        Assert.Equal(
            ["energy 1 310 62.00 EUR", "energy 2 310 77.50 EUR", "energy 3 124 37.20 EUR", "fuel 240 -3.60 EUR"],
            result.Short());
    }

    [Fact]
    public void A_percentage_is_taken_of_the_charges_it_names()
    {
        // 5 % of 100 × 0.20 = 20.00 is 1.00; a discount of 10 % of all but the base: (20.00 + 1.00) × 10 %.
        var tariff = Tariff(
            Base(9.90m),
            Energy(0.20m),
            new Charge.Percentage(Head("franchise"), 5m, new ChargeSelection(["energy"], [])),
            new Charge.Percentage(Head("discount"), -10m, new ChargeSelection([], ["base"])));

        Assert.Equal(
            ["base 1 9.90 EUR", "energy 100 20.00 EUR", "franchise 20 1.00 EUR", "discount 21 -2.10 EUR"],
            ContractRating.Rate(Dialled(tariff, 100)).Short());
    }

    [Theory]
    [InlineData(10, "energy 10 2.00 EUR|least 1 13.00 EUR")]
    [InlineData(75, "energy 75 15.00 EUR")]
    public void A_minimum_bills_what_is_short_of_it(long used, string lines)
    {
        var least = new Charge.Minimum(Head("least"), ChargePer.Month, 15m, ChargeSelection.All);

        var result = ContractRating.Rate(Dialled(Tariff(Energy(0.20m), least), used));

        Assert.Equal(lines.Split('|'), result.Short());
    }

    [Fact]
    public void Export_is_paid_to_the_customer()
    {
        // 744 hours × 0.5 kWh = 372 kWh × 0.08 = 29.76, as a credit.
        var channel = Channel("B1") with { Direction = Direction.Export };
        var feedIn = new Charge.Usage(
            Head("feed-in"), new MeterSelection(Direction.Export, [], "kWh"), new PriceModel.Flat(0.08m));

        var result = ContractRating.Rate(Rated(Tariff(feedIn), January, Smart(channel))
            .With(Load(channel, January, each: 5, scale: 1)));

        Assert.Equal(["feed-in 372 -29.76 EUR"], result.Short());
        Assert.Equal(-0.08m, result.Lines[0].UnitPrice);
    }

    [Fact]
    public void Units_convert_by_powers_of_ten()
    {
        // 744 × 500 Wh = 372 kWh.
        var channel = Channel(unit: "Wh");

        var result = ContractRating.Rate(Rated(Tariff(Energy(0.10m)), January, Smart(channel))
            .With(Load(channel, January, each: 500)));

        Assert.Equal(["energy 372 37.20 EUR"], result.Short());
    }

    [Fact]
    public void Estimates_are_billed_and_told()
    {
        // The last 24 local hours lie in the source day of 31 January.
        var channel = Channel();
        QualityRun[] runs = [new(1, 10, ReadQuality.Actual), new(11, 24, ReadQuality.Estimated)];
        var days = Load(channel, January, each: 1).Select(day =>
            day.Day == Day("2025-01-31") ? day with { Quality = [.. runs] } : day);

        var result = ContractRating.Rate(Rated(Tariff(Energy(0.10m)), January, Smart(channel)).With(days));

        Assert.Equal(new MeasuredUse("kWh", Direction.Import, 744m, 14m), Assert.Single(result.Uses));
    }

    [Fact]
    public void The_newest_version_of_a_day_counts()
    {
        var channel = Channel();
        var days = Load(channel, January, each: 1).ToList();
        var corrected = days[10] with { Version = 2, Values = [.. days[10].Values.Select(_ => 2L)] };

        var result = ContractRating.Rate(
            Rated(Tariff(Energy(0.10m)), January, Smart(channel)).With(days.Append(corrected)));

        Assert.Equal(768m, Assert.Single(result.Lines).Quantity);
    }

    private static Charge.Fixed Base(decimal price) => new(Head("base"), ChargePer.Month, price);

    private static RatingRequest Dialled(Tariff tariff, long used) =>
        Rated(tariff, January, Dial("M1", "2020-01-01", null, Register()))
            .With(Read("M1", "2025-01-01", 1000), Read("M1", "2025-02-01", 1000 + used));
}
