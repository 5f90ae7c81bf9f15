using System.Collections.Immutable;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Metered;
using BillingActors.Domain.Tests.Rating.Prices;
using NodaTime;
using static BillingActors.Domain.Tests.Rating.Given;

namespace BillingActors.Domain.Tests.Rating.NetMetering;

/// <summary>
/// One year of one house under every rule, worked by hand. Taken 2,850 kWh, delivered 2,800 kWh; energy costs 0.20, a
/// month 10.00. Net by month: 200, 160, 50, −100, −200, −250, −200, −130, −10, 110, 190, 230.
/// </summary>
public sealed class NetMeteringYearTests
{
    private static readonly (int Taken, int Delivered)[] Year =
    [
        (300, 100), (280, 120), (250, 200), (200, 300), (150, 350), (150, 400),
        (200, 400), (220, 350), (240, 250), (260, 150), (290, 100), (310, 80),
    ];

    private static readonly Charge.Fixed Base = new(Head("base"), ChargePer.Month, 10m);
    private static readonly BankTerms AsSet = new(null, null, null, null, null);
    private static readonly NettingMeters Meters = new("kWh", [], []);

    private static readonly Charge Banked =
        new Charge.EnergyNetting(Head("net"), new EnergyNettingTerms(Meters, null, [], null, null, AsSet));

    private static readonly Charge NetEnergy =
        new Charge.Usage(Head("energy"), Import(), new PriceModel.Flat(0.20m)) { Netted = "net" };

    private static readonly Charge MoneyBank = new Charge.MoneyNetting(
        Head("bank"), new MoneyNettingTerms(ChargeSelection.All, null, Meters, AsSet));

    [Theory]
    // 410 kWh from January to March cost 82; 890 are banked until September, 530 are used after it and 360 are left.
    [InlineData("202.00")]
    [InlineData("202.00", "true-up=01-01", "net-metering-surplus=forfeit", "net-surplus-price=0.03")]
    // The 360 left are paid at the surplus price: 10.80 less.
    [InlineData("191.20", "true-up=01-01", "net-metering-surplus=pay", "net-surplus-price=0.03")]
    // A true-up on 1 July pays 16.50 for the 550 in the bank; 340 more come until September, and 190 of 530 are bought.
    [InlineData("223.50", "true-up=07-01", "net-metering-surplus=pay", "net-surplus-price=0.03")]
    // Less was delivered than taken over the year: nothing is paid; up to June 140 more were, of the 550 left.
    [InlineData("202.00", "true-up=01-01", "net-metering-surplus=pay-net-use", "net-surplus-price=0.03")]
    [InlineData("235.80", "true-up=07-01", "net-metering-surplus=pay-net-use", "net-surplus-price=0.03")]
    // What is delivered counts from the next bill on: 300, 180 and 130 kWh are bought.
    [InlineData("242.00", "net-metering-credit=next-bill")]
    // Credits of September only may be used in October: 10 of 530.
    [InlineData("306.00", "credit-expiry-months=1")]
    [InlineData("308.00", "credit-expiry-months=0")]
    public void A_bank_of_energy(string total, params string[] settings) =>
        AssertTotal(total, settings, Base, Banked, NetEnergy);

    [Theory]
    // Each month alone: 2,850 × 0.20 − 2,800 × 0.05, and twelve months.
    [InlineData("0.05", "550.00")]
    // A feed-in tariff pays more.
    [InlineData("0.12", "354.00")]
    [InlineData("0.20", "130.00")]
    public void Delivery_that_is_paid_with_each_bill(string price, string total) =>
        AssertTotal(total, [], Base, Energy(0.20m), Paid(price));

    [Theory]
    // Net by month in money: 40, 32, 10, −20, −40, −50, −40, −26, −2, 22, 38, 46. Credits of 178 are carried, also over
    // the fixed charge: 50 + 42 + 20 are paid, then nothing until 18 in December.
    [InlineData("130.00")]
    [InlineData("130.00", "net-metering-settle=bill", "true-up=01-01")]
    // Credits reduce energy only: 82 and twelve months; 72 are left.
    [InlineData("202.00", "credits-reduce-fixed=no")]
    [InlineData("202.00", "credits-reduce-fixed=no", "true-up=01-01", "net-metering-surplus=forfeit")]
    // Retail credit at the end of the year is paid.
    [InlineData("130.00", "credits-reduce-fixed=no", "true-up=01-01", "net-metering-surplus=pay")]
    // More was taken than delivered over the year, so that nothing is paid at the surplus price.
    [InlineData("202.00", "credits-reduce-fixed=no", "true-up=01-01", "net-metering-surplus=pay-net-use",
        "net-surplus-price=0.03")]
    // Settled once: 50 kWh net.
    [InlineData("130.00", "net-metering-settle=year", "true-up=01-01")]
    // Credits of a bill count from the next on: 70 + 46 + 36 + 10 are paid; then those of the months before suffice.
    [InlineData("162.00", "net-metering-credit=next-bill")]
    // 2.00 of September may be used in October.
    [InlineData("306.00", "credits-reduce-fixed=no", "credit-expiry-months=1")]
    public void A_bank_of_money_at_the_retail_price(string total, params string[] settings) =>
        AssertTotal(total, settings, Base, Energy(0.20m), Paid("0.20"), MoneyBank);

    [Fact]
    public void The_net_delivery_of_a_month_at_a_sell_price_with_a_bank_of_money()
    {
        // 940 kWh are bought net, 890 sold net at 0.05, and all the credits are used: 188 + 120 − 44.50.
        var sold = new Charge.Usage(
            Head("sold"), Import() with { Direction = Direction.Export }, new PriceModel.Flat(0.05m))
        {
            Netted = "net",
        };

        AssertTotal("263.50", [], Base, Banked, NetEnergy, sold, MoneyBank);
    }

    [Fact]
    public void Two_meters_buy_all_and_sell_all() =>
        AssertTotal(
            "354.00", [], Base,
            new Charge.Usage(Head("load"), Import("L"), new PriceModel.Flat(0.20m)),
            new Charge.Usage(
                Head("sun"), Import("G") with { Direction = Direction.Export }, new PriceModel.Flat(0.12m)));

    [Theory]
    // Without a minimum 130; from April to November nothing is paid, so that 15 each are short.
    [InlineData("250.00", "minimum-base=net")]
    // What was charged before credits is more than 15 in each month.
    [InlineData("130.00", "minimum-base=charges")]
    public void A_minimum_counts_credits_or_not(string total, params string[] settings) =>
        AssertTotal(
            total, settings, Base, Energy(0.20m), Paid("0.20"), MoneyBank,
            new Charge.Minimum(Head("least"), ChargePer.Month, 15m, new ChargeSelection([], [])));

    [Fact]
    public void A_net_deliverer_is_paid_for_what_was_delivered_more_than_taken()
    {
        // 2,800 × 0.20 − 2,850 × 0.20: as if the meters were turned round; 50 kWh more delivered, at 0.03.
        var settings = new[]
        {
            "credits-reduce-fixed=no", "true-up=01-01", "net-metering-surplus=pay-net-use", "net-surplus-price=0.03",
        };
        var (sum, _) = Rate(settings, [.. Year.Select(month => (month.Delivered, month.Taken))], Base, Energy(0.20m),
            Paid("0.20"), MoneyBank);

        // January to March put 82.00 away for 410 kWh. April to September buy 20 + 40 + 50 + 40 + 26 + 2 = 178.
        // 82 of it are covered, 96 paid; then 22 + 38 + 46 are put away and lapse. 96 + 120 − 1.50.
        Assert.Equal(214.50m, sum);
    }

    [Fact]
    public void What_is_put_off_is_billed_at_the_true_up()
    {
        var request = Bill(0, Year[0], Base, Energy(0.20m), Paid("0.20"), MoneyBank)
            .Set(("net-metering-settle", "year"), ("true-up", "02-01"), ("credits-reduce-fixed", "no"));
        var state = RatingState.Empty with
        {
            Counters = [new WindowCounter("bank", "deferred", Days("2024-02-01", "2025-02-01"), 7.77m)],
        };

        // 60.00 − 20.00 of January and 7.77 of the year before.
        Assert.Equal(
            [
                "base 1 10.00 EUR", "energy 300 60.00 EUR", "sold 100 -20.00 EUR", "bank 1 7.77 EUR",
            ],
            (request with { State = state }).Lines());
    }

    private static Charge Paid(string price) => new Charge.Usage(
        Head("sold"), Import() with { Direction = Direction.Export },
        new PriceModel.Flat(decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture)));

    private static void AssertTotal(string total, string[] settings, params Charge[] charges)
    {
        var (sum, state) = Rate(settings, [.. Year], charges);

        Assert.Equal(decimal.Parse(total, System.Globalization.CultureInfo.InvariantCulture), sum);
        Assert.All(state.Banks, bank => Assert.True(bank.Quantity > 0m));
    }

    private static (decimal Sum, RatingState State) Rate(
        string[] settings, ImmutableArray<(int Taken, int Delivered)> year, params Charge[] charges)
    {
        var given = settings.Select(text => text.Split('=')).Select(pair => (pair[0], pair[1])).ToArray();
        var (state, sum) = (RatingState.Empty, 0m);
        for (var month = 0; month < year.Length; month++)
        {
            var result = ContractRating.Rate(Bill(month, year[month], charges).Set(given) with { State = state });
            Assert.Empty(result.Holds);
            sum += result.Total();
            state = result.State;
        }
        return (sum, state);
    }

    private static RatingRequest Bill(int month, (int Taken, int Delivered) use, params Charge[] charges)
    {
        var from = new LocalDate(2025, month + 1, 1);
        var days = new Domain.Primitives.Period(from, from.PlusMonths(1));
        return PriceExamples.Determined(
            Tariff(charges), days, null,
            ("import", DeterminantQuantity.Of(use.Taken)), ("export", DeterminantQuantity.Of(use.Delivered)),
            ("L", DeterminantQuantity.Of(use.Taken)), ("G", DeterminantQuantity.Of(use.Delivered)));
    }
}
