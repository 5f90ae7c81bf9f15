using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Prices;
using CsCheck;
using static BillingActors.Domain.Tests.Rating.Given;
using static BillingActors.Domain.Tests.Rating.Prices.PriceExamples;

namespace BillingActors.Domain.Tests.Rating.Prices;

public sealed class TierPriceTests
{
    private static readonly PriceModel Yearly = new PriceModel.Tiers(
        ChargePer.Year, TierMode.Graduated, null, [new Tier(1000m, 0.10m), new Tier(null, 0.30m)]);

    private static PriceModel.TimeOfUse OverWhole(TierCounting counting) => new(
        "hours",
        [
            new("day", Monthly((100, 0.20m), (null, 0.40m))),
            new("night", Monthly((100, 0.10m), (null, 0.30m))),
        ])
    {
        Counting = counting,
    };

    [Fact]
    public void Tiers_over_the_whole_are_shared_pro_rata()
    {
        // 200 kWh, 150 of them by day: each period has half of its use in each tier.
        var tariff = Tariff(Energy(OverWhole(TierCounting.OfWholeProRata))).With(Hours);

        Assert.Equal(
            [
                "energy day1 75 15.00 EUR", "energy day2 75 30.00 EUR",
                "energy night1 25 2.50 EUR", "energy night2 25 7.50 EUR",
            ],
            Used(tariff, January, ("day", 150m), ("night", 50m)).Lines());
    }

    [Theory]
    // 150 kWh by day are in the tier of each period; over the whole, half of each is in the second.
    [InlineData("period", "energy day1 100 20.00 EUR|energy day2 50 20.00 EUR|energy night1 50 5.00 EUR")]
    [InlineData("pro-rata", "energy day1 75 15.00 EUR|energy day2 75 30.00 EUR|energy night1 25 2.50 EUR|"
        + "energy night2 25 7.50 EUR")]
    public void What_tiers_count_that_do_not_say_is_a_setting(string over, string lines)
    {
        var price = OverWhole(TierCounting.OfPeriod) with { Counting = null };
        var request = Used(Tariff(Energy(price)).With(Hours), January, ("day", 150m), ("night", 50m));

        Assert.Equal(lines.Split('|'), request.Set(("tiers-over", over)).Lines());
    }

    [Theory]
    // 400 kWh, 100 of them at night, which has no third tier: a quarter of each tier, 50 of the third.
    [InlineData("last", 300, 100, "energy night1 25 2.50 EUR|energy night2 75 22.50 EUR")]
    [InlineData("free", 300, 100, "energy night1 25 2.50 EUR|energy night2 25 7.50 EUR|energy night3 50 0.00 EUR")]
    // Without use by day the night has no longer tiers beside it.
    [InlineData("free", 0, 400, "energy night1 100 10.00 EUR|energy night2 300 90.00 EUR")]
    public void A_share_of_a_tier_that_a_period_does_not_have_is_a_setting(
        string beyond, int day, int night, string lines)
    {
        var price = new PriceModel.TimeOfUse("hours",
        [
            new("day", Monthly((100, 0.20m), (200, 0.40m), (null, 0.60m))),
            new("night", Monthly((100, 0.10m), (null, 0.30m))),
        ])
        {
            Counting = TierCounting.OfWholeProRata,
        };
        var request = Used(Tariff(Energy(price)).With(Hours), January, ("day", day), ("night", night));

        Assert.Equal(
            lines.Split('|'),
            request.Set(("tiers-beyond", beyond)).Lines()
                .Where(static line => line.Contains("night", StringComparison.Ordinal)));
    }

    // Blocks that cost less and less, as for industry: 500 at 0.20, 500 at 0.12 and 200 at 0.05.
    [Theory]
    [InlineData(400, "energy 1 400 80.00 EUR")]
    [InlineData(500, "energy 1 500 100.00 EUR")]
    [InlineData(1200, "energy 1 500 100.00 EUR|energy 2 500 60.00 EUR|energy 3 200 10.00 EUR")]
    public void Blocks_may_decline(decimal used, string lines)
    {
        var price = Monthly((500m, 0.20m), (1000m, 0.12m), (null, 0.05m));

        Assert.Equal(
            lines.Split('|'),
            ContractRating.Rate(Used(Tariff(Energy(price)), January, used)).Short());
    }

    [Fact]
    public void Tiers_over_the_whole_are_filled_in_the_order_of_time()
    {
        // 10 kWh an hour. Hours 0–8 are night: 80 kWh; of the 120 by day 20 fill the tier; then 40 at night.
        var day = Days("2025-01-01", "2025-01-02");
        var tariff = Tariff(Energy(OverWhole(TierCounting.OfWhole))).With(Hours);
        var request = Metered(tariff, day, _ => 10).Set(("tier-split", "time-order"));

        Assert.Equal(
            [
                "energy day1 20 4.00 EUR", "energy day2 100 40.00 EUR",
                "energy night1 80 8.00 EUR", "energy night2 40 12.00 EUR",
            ],
            request.Lines());
    }

    [Fact]
    public void The_shares_of_the_periods_are_their_use() =>
        Gen.Select(Gen.Int[0, 9999], Gen.Int[1, 9999], Gen.Int[1, 300]).Sample((day, night, limit) =>
        {
            var price = new PriceModel.TimeOfUse("hours",
            [
                new("day", Monthly((limit / 7m, 0.20m), (limit, 0.3m), (null, 0.40m))),
                new("night", Monthly((limit / 7m, 0.10m), (limit, 0.2m), (null, 0.30m))),
            ])
            {
                Counting = TierCounting.OfWholeProRata,
            };
            var result = ContractRating.Rate(
                Used(Tariff(Energy(price)).With(Hours), January, ("day", day / 10m), ("night", night / 10m)));

            Assert.Equal(day / 10m, result.Lines.Where(line => line.TimeOfUse == "day").Sum(line => line.Quantity));
            Assert.Equal(night / 10m, result.Lines.Where(line => line.TimeOfUse == "night").Sum(line => line.Quantity));
        });

    [Fact]
    public void Tiers_of_a_year_count_on_from_bill_to_bill()
    {
        // 700 in January; 700 in February: 300 are left of the first 1,000.
        var tariff = Tariff(Energy(Yearly));
        var january = ContractRating.Rate(Used(tariff, January, 700m));
        var february = Used(tariff, Days("2025-02-01", "2025-03-01"), 700m) with { State = january.State };

        Assert.Equal(["energy 1 700 70.00 EUR"], january.Short());
        Assert.Equal(["energy 1 300 30.00 EUR", "energy 2 400 120.00 EUR"], february.Lines());
    }

    [Fact]
    public void A_bill_over_the_turn_of_the_year_begins_the_tiers_anew()
    {
        // The year begins on 16 January: 15 days at 20 kWh go to the old one, which stood at 900, and 16 to the new.
        var tariff = Tariff(Energy(Yearly));
        var year = new Domain.Primitives.Period(Day("2024-01-16"), Day("2025-01-16"));
        var request = Used(tariff, January, 620m).Set(("year-start", "01-16")) with
        {
            State = RatingState.Empty with { Counters = [new WindowCounter("energy", "", year, 900m)] },
        };
        var result = ContractRating.Rate(request);

        Assert.Equal(
            ["energy 1 100 10.00 EUR", "energy 2 200 60.00 EUR", "energy 1 320 32.00 EUR"], result.Short());
        Assert.Equal(320m, Assert.Single(result.State.Counters).Quantity);
    }

    [Fact]
    public void Charges_of_a_group_end_the_old_year_together()
    {
        // 15 days of 620 and of 310 kWh go to the old year, which stood at 900: 300 and 150; what is left to the new.
        var tiers = (PriceModel.Tiers)Yearly with { CountedWith = "site" };
        var tariff = Tariff(
            new Charge.Usage(Head("house"), Import(), tiers), new Charge.Usage(Head("barn"), Import(), tiers));
        var year = new Domain.Primitives.Period(Day("2024-01-16"), Day("2025-01-16"));
        var request = Determined(
            tariff, January, null, ("house", DeterminantQuantity.Of(620)), ("barn", DeterminantQuantity.Of(310)))
            .Set(("year-start", "01-16")) with
        {
            State = RatingState.Empty with { Counters = [new WindowCounter("site", "", year, 900m)] },
        };
        var result = ContractRating.Rate(request);

        Assert.Equal(
            [
                "house 1 100 10.00 EUR", "house 2 200 60.00 EUR", "house 1 320 32.00 EUR",
                "barn 2 150 45.00 EUR", "barn 1 160 16.00 EUR",
            ],
            result.Short());
        Assert.Equal(480m, Assert.Single(result.State.Counters).Quantity);
    }

    [Theory]
    // 28 days of 22.1918 kWh are 621.3704, as exact as they are or of whole kWh.
    [InlineData(null, "energy 1 621.3704 62.14 EUR|energy 2 78.6296 23.59 EUR")]
    [InlineData("0", "energy 1 621 62.10 EUR|energy 2 79 23.70 EUR")]
    [InlineData("1", "energy 1 621.4 62.14 EUR|energy 2 78.6 23.58 EUR")]
    public void Limits_of_tiers_are_rounded_as_the_setting_says(string? decimals, string lines)
    {
        var price = new PriceModel.Tiers(
            ChargePer.Day, TierMode.Graduated, null, [new Tier(22.1918m, 0.10m), new Tier(null, 0.30m)]);
        var request = Used(Tariff(Energy(price)), Days("2025-02-01", "2025-03-01"), 700m);

        Assert.Equal(lines.Split('|'), (decimals is null ? request : request.Set(("tier-decimals", decimals))).Lines());
    }

    [Fact]
    public void Bills_of_parts_cost_what_one_bill_of_the_year_costs() =>
        Gen.Int[0, 900].Array[1, 11].Sample(parts =>
        {
            var tariff = Tariff(Energy(Yearly));
            var (state, sum) = (RatingState.Empty, 0m);
            for (var month = 1; month <= parts.Length; month++)
            {
                var from = new NodaTime.LocalDate(2025, month, 1);
                var bill = new Domain.Primitives.Period(from, from.PlusMonths(1));
                var result = ContractRating.Rate(Used(tariff, bill, parts[month - 1]) with { State = state });
                sum += result.Lines.Sum(line => line.ExactAmount);
                state = result.State;
            }
            var whole = Days("2025-01-01", "2026-01-01");
            Assert.Equal(
                ContractRating.Rate(Used(tariff, whole, parts.Sum())).Lines.Sum(line => line.ExactAmount), sum);
        });

    [Fact]
    public void Charges_of_a_group_count_on()
    {
        // 70 of the first meter leave 30 of the first 100 for the second.
        var tiers = (PriceModel.Tiers)Monthly((100, 0.10m), (null, 0.30m));
        var tariff = Tariff(
            new Charge.Usage(Head("house"), Import(), tiers with { CountedWith = "site" }),
            new Charge.Usage(Head("barn"), Import(), tiers with { CountedWith = "site" }));

        Assert.Equal(
            ["house 1 70 7.00 EUR", "barn 1 30 3.00 EUR", "barn 2 20 6.00 EUR"],
            Determined(
                tariff, January, null, ("house", DeterminantQuantity.Of(70)), ("barn", DeterminantQuantity.Of(50)))
                .Lines());
    }

    [Theory]
    [InlineData(0, "charged", "energy 1 1 5.00 EUR")]
    [InlineData(0, "free", "energy 1 0 0.00 EUR")]
    [InlineData(50, "free", "energy 1 50 5.00 EUR|energy 1 1 5.00 EUR")]
    [InlineData(150, "charged", "energy 1 100 10.00 EUR|energy 2 50 10.00 EUR|energy 1 1 5.00 EUR|energy 2 1 8.00 EUR")]
    public void A_flat_fee_is_due_once_its_tier_is_reached(long used, string setting, string lines)
    {
        var price = new PriceModel.Tiers(
            ChargePer.Bill, TierMode.Graduated, null, [new Tier(100m, 0.10m, 5m), new Tier(null, 0.20m, 8m)]);

        Assert.Equal(
            lines.Split('|'), Used(Tariff(Energy(price)), January, used).Set(("zero-use-fee", setting)).Lines());
    }

    [Theory]
    [InlineData("inclusive", "energy 1 100 10.00 EUR")]
    [InlineData("exclusive", "energy 2 100 20.00 EUR")]
    public void A_setting_decides_where_a_quantity_at_the_limit_belongs(string setting, string line)
    {
        var price = new PriceModel.Tiers(
            ChargePer.Bill, TierMode.Volume, null, [new Tier(100m, 0.10m), new Tier(null, 0.20m)]);

        Assert.Equal([line], Used(Tariff(Energy(price)), January, 100m).Set(("tier-limit", setting)).Lines());
    }

    [Fact]
    public void Thirty_six_periods_are_priced_each_alone()
    {
        var rules = Enumerable.Range(0, 36)
            .Select(i => new TimeOfUseRule(null, DayKind.All, i * 40, (i + 1) * 40, $"p{i:00}")).ToArray();
        var calendar = new TimeOfUseCalendar("hours", [], [], [.. rules], null);
        var price = new PriceModel.TimeOfUse(
            "hours", [.. rules.Select((rule, i) => new PeriodPrice(rule.Period, new PriceModel.Flat(i / 100m)))]);
        var parts = rules.Select((rule, i) => (rule.Period, (decimal)i)).ToArray();

        // The sum of i² / 100 for 1 to 35 is 149.10.
        var result = ContractRating.Rate(Used(Tariff(Energy(price)).With(calendar), January, parts));

        Assert.Equal(149.10m, result.Lines.Sum(line => line.ExactAmount));
        Assert.Equal(35, result.Lines.Length);
    }
}
