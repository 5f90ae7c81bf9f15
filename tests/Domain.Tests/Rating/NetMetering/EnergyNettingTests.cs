using System.Collections.Immutable;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Metered;
using BillingActors.Domain.Tests.Rating.Prices;
using CsCheck;
using static BillingActors.Domain.Tests.Rating.Given;
using static BillingActors.Domain.Tests.Rating.Prices.PriceExamples;

namespace BillingActors.Domain.Tests.Rating.NetMetering;

public sealed class EnergyNettingTests
{
    private static readonly PriceModel ByHour = new PriceModel.TimeOfUse(
        "hours", [new("day", new PriceModel.Flat(0.30m)), new("night", new PriceModel.Flat(0.10m))]);

    [Fact]
    public void Each_period_is_netted_alone_and_has_its_own_bank()
    {
        // Day: 100 − 150 puts 50 away. Night: 80 − 10, and 30 of its own bank.
        var result = Rate(
            Terms(), [new EnergyBank("net", "night", "kWh", 30m, Day("2024-12-01"))],
            (("day", 100), ("night", 80)), (("day", 150), ("night", 10)));

        Assert.Equal(["energy night 40 4.00 EUR"], result.Short());
        var bank = Assert.Single(result.State.Banks);
        Assert.Equal(("day", 50m, January.From), (bank.TimeOfUse, bank.Quantity, bank.Since));
    }

    [Theory]
    // 60 of the day are left over for 40 + 80 of night and day: a half of each. See the sums below.
    [InlineData("pro-rata", "energy day 20 6.00 EUR|energy night 40 4.00 EUR")]
    [InlineData("in-order", "energy night 60 6.00 EUR")]
    public void A_shared_bank_is_used_pro_rata_or_in_order(string order, string lines)
    {
        var result = ContractRating.Rate(
            Request(Terms(), (("day", 40), ("night", 80)), (("day", 0), ("night", 0)))
                .Set(("net-metering-sharing", "total"), ("net-metering-order", order)) with
            {
                State = RatingState.Empty with { Banks = [new EnergyBank("net", null, "kWh", 60m, Day("2024-12-01"))] },
            });

        Assert.Equal(lines.Split('|'), result.Short());
        Assert.Empty(result.State.Banks);
    }

    [Fact]
    public void Periods_of_a_group_share_a_bank_and_others_do_not()
    {
        var calendar = new TimeOfUseCalendar(
            "hours", [], [],
            [new(null, DayKind.All, 0, 480, "a"), new(null, DayKind.All, 480, 960, "b")], "c");
        var price = new PriceModel.TimeOfUse("hours",
        [
            new("a", new PriceModel.Flat(1m)), new("b", new PriceModel.Flat(1m)), new("c", new PriceModel.Flat(1m)),
        ]);
        var terms = Terms() with { Groups = [["a", "b"], ["c"]] };
        var tariff = Tariff(
            new Charge.EnergyNetting(Head("net"), terms),
            new Charge.Usage(Head("energy"), Import(), price) { Netted = "net" }).With(calendar);

        // 30 of a go to b, which still needs 20; c keeps its 40.
        Assert.Equal(
            ["energy b 20 20.00 EUR"],
            Determined(tariff, January, null,
                ("import", Parts(("a", 0), ("b", 50), ("c", 0))), ("export", Parts(("a", 30), ("b", 0), ("c", 40))))
                .Lines());
    }

    [Fact]
    public void Delivery_beyond_the_use_of_a_period_may_be_a_credit_at_its_price()
    {
        var terms = Terms() with { Excess = NettingExcess.UsePrice };

        var result = Rate(terms, [], (("day", 100), ("night", 80)), (("day", 150), ("night", 10)));

        Assert.Equal(["energy day -50 -15.00 EUR", "energy night 70 7.00 EUR"], result.Short());
        Assert.Empty(result.State.Banks);
    }

    [Theory]
    // In February the midnight of the first season, which was "a", belongs to "c", and its noon, "b", to "a".
    [InlineData("same-hours", "a", "c")]
    [InlineData("same-hours", "b", "a")]
    [InlineData("keep", "b", "b")]
    public void A_bank_without_hours_goes_where_its_hours_are_now(string season, string bank, string heir)
    {
        var calendar = new TimeOfUseCalendar(
            "hours",
            [new("first", new(1, 1)), new("second", new(2, 1))],
            [],
            [
                new("first", DayKind.All, 0, 600, "a"), new("first", DayKind.All, 600, 1440, "b"),
                new("second", DayKind.All, 0, 600, "c"), new("second", DayKind.All, 600, 1440, bank == "a" ? "d" : "a"),
            ],
            null);
        var price = new PriceModel.TimeOfUse(
            "hours", [.. calendar.Periods.Select(static name => new PeriodPrice(name, new PriceModel.Flat(1m)))]);
        var tariff = Tariff(
            new Charge.EnergyNetting(Head("net"), Terms()),
            new Charge.Usage(Head("energy"), Import(), price) { Netted = "net" }).With(calendar);
        var none = Parts([.. calendar.Periods.Select(static name => (name, 0m))]);
        var request = Determined(
            tariff, Days("2025-02-01", "2025-03-01"), null, ("import", none), ("export", none));

        var result = ContractRating.Rate(request.Set(("net-metering-season", season)) with
        {
            State = RatingState.Empty with { Banks = [new EnergyBank("net", bank, "kWh", 30m, Day("2025-01-01"))] },
        });

        Assert.Equal((heir, 30m), (Assert.Single(result.State.Banks).TimeOfUse, result.State.Banks[0].Quantity));
    }

    [Fact]
    public void The_oldest_credit_goes_first()
    {
        var result = Rate(
            Terms(),
            [
                new EnergyBank("net", "day", "kWh", 30m, Day("2024-12-01")),
                new EnergyBank("net", "day", "kWh", 30m, Day("2024-10-01")),
            ],
            (("day", 40), ("night", 0)), (("day", 0), ("night", 0)));

        var bank = Assert.Single(result.State.Banks);
        Assert.Equal((20m, Day("2024-12-01")), (bank.Quantity, bank.Since));
    }

    // 30 kWh of October, against 40 of January: three months later they count, and after two they have expired.
    [Theory]
    [InlineData("", "energy day 10 3.00 EUR")]
    [InlineData("3", "energy day 10 3.00 EUR")]
    [InlineData("2", "energy day 40 12.00 EUR")]
    [InlineData("0", "energy day 40 12.00 EUR")]
    public void Credit_is_used_in_so_many_months(string months, string line)
    {
        var request = Request(Terms(), (("day", 40), ("night", 0)), (("day", 0), ("night", 0))) with
        {
            State = RatingState.Empty with { Banks = [new EnergyBank("net", "day", "kWh", 30m, Day("2024-10-01"))] },
        };

        var result = ContractRating.Rate(
            months.Length == 0 ? request : request.Set(("credit-expiry-months", months)));

        Assert.Equal(line, result.Short()[0]);
        Assert.Empty(result.State.Banks);
    }

    [Fact]
    public void A_bill_that_is_held_leaves_the_bank_alone()
    {
        var state = RatingState.Empty with { Banks = [new EnergyBank("net", "day", "kWh", 30m, Day("2024-12-01"))] };
        var request = Determined(TariffOf(Terms()), January, null, ("import", Parts(("day", 1), ("night", 1))));

        var result = ContractRating.Rate(request with { State = state });

        Assert.NotEmpty(result.Holds);
        Assert.Equal(state, result.State);
    }

    [Fact]
    public void Energy_is_neither_made_nor_lost() =>
        Gen.Select(Gen.Int[0, 999].Array[4], Gen.Int[0, 999], Gen.Bool, Gen.Bool).Sample(
            (kWh, banked, isTotal, isNext) =>
            {
                // Taken − delivered = bought − change of the bank, whatever the rules.
                var request = Request(
                    Terms(), (("day", kWh[0] / 7m), ("night", kWh[1])), (("day", kWh[2]), ("night", kWh[3] / 3m)))
                    .Set(
                        ("net-metering-sharing", isTotal ? "total" : "period"),
                        ("net-metering-credit", isNext ? "next-bill" : "same-bill"));
                var bank = new EnergyBank("net", isTotal ? null : "day", "kWh", banked, Day("2024-12-01"));
                var result = ContractRating.Rate(
                    request with { State = RatingState.Empty with { Banks = [bank] } });

                var bought = result.Lines.Sum(line => line.Quantity);
                var left = result.State.Banks.Sum(credit => credit.Quantity);
                Assert.Equal(
                    (kWh[0] / 7m) + kWh[1] - kWh[2] - (kWh[3] / 3m), bought - (left - banked), 9);
                Assert.All(result.Lines, line => Assert.True(line.Quantity >= 0m));
            });

    private static EnergyNettingTerms Terms() => new(
        new NettingMeters("kWh", [], []), "hours", [], null, null, new BankTerms(null, null, null, null, null));

    private static Tariff TariffOf(EnergyNettingTerms terms) => Tariff(
        new Charge.EnergyNetting(Head("net"), terms),
        new Charge.Usage(Head("energy"), Import(), ByHour) { Netted = "net" }).With(Hours);

    private static RatingRequest Request(
        EnergyNettingTerms terms,
        ((string, decimal) First, (string, decimal) Second) import,
        ((string, decimal) First, (string, decimal) Second) export) =>
        Determined(
            TariffOf(terms), January, null,
            ("import", Parts(import.First, import.Second)), ("export", Parts(export.First, export.Second)));

    private static RatingResult Rate(
        EnergyNettingTerms terms,
        ImmutableArray<EnergyBank> banks,
        ((string, decimal) First, (string, decimal) Second) import,
        ((string, decimal) First, (string, decimal) Second) export) =>
        ContractRating.Rate(
            Request(terms, import, export) with { State = RatingState.Empty with { Banks = banks } });
}
