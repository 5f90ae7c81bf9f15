using BillingActors.Domain.Rating;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Metered;
using CsCheck;
using static BillingActors.Domain.Tests.Rating.Given;
using static BillingActors.Domain.Tests.Rating.Prices.PriceExamples;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Rating.Charges;

public sealed class FixedChargeTests
{
    private static readonly string[] Summing = ["actual-days", "thirty-day-month", "whole", "calendar-month"];
    private static readonly Charge.Fixed Base = new(Head("base"), ChargePer.Month, 31m);

    [Theory]
    // From 18 January on, 14 of 31 days: 14.00; of 30: 14.4667; of 365 / 12: 31 × 14 × 12 / 365 = 14.2685.
    [InlineData("actual-days", "base 0.4516129032 14.00 EUR")]
    [InlineData("thirty-day-month", "base 0.4666666667 14.47 EUR")]
    [InlineData("whole", "base 1 31.00 EUR")]
    [InlineData("calendar-month", "base 0.4516129032 14.00 EUR")]
    [InlineData("average-month", "base 0.4602739726 14.27 EUR")]
    [InlineData("thirty-days", "base 0.4666666667 14.47 EUR")]
    public void A_part_of_a_month_counts_as_the_setting_says(string setting, string line) =>
        Assert.Equal([line], Part(Base).Set(("proration", setting)).Lines());

    [Theory]
    [InlineData("actual-days", "31.00")]
    [InlineData("thirty-day-month", "31.00")]
    [InlineData("whole", "31.00")]
    // 15 January to 15 February: 17 of 31 days and 14 of 28.
    [InlineData("calendar-month", "32.50")]
    // 31 × 31 × 12 / 365.
    [InlineData("average-month", "31.59")]
    // 31 × 31 / 30.
    [InlineData("thirty-days", "32.03")]
    public void A_whole_bill_period_counts_as_the_setting_says(string setting, string total)
    {
        var request = Rated(Tariff(Base), Days("2025-01-15", "2025-02-15")).Set(("proration", setting));

        Assert.Equal(total, ContractRating.Rate(request).Total().ToString("0.00", null));
    }

    [Theory]
    // 15 January to 15 February are 31 days: within 27 to 33 one month, else 31 of 30, or 31 × 12 / 365; 46 days are
    // none.
    [InlineData("2025-02-15", "thirty-days", "27-33", "31.00")]
    [InlineData("2025-02-15", "average-month", "27-31", "31.00")]
    [InlineData("2025-02-15", "thirty-days", "27-30", "32.03")]
    [InlineData("2025-02-15", "calendar-month", "27-33", "32.50")]
    [InlineData("2025-03-02", "thirty-days", "27-33", "47.53")]
    public void A_period_about_as_long_as_a_month_is_one(string until, string rule, string days, string total)
    {
        var request = Rated(Tariff(Base), Days("2025-01-15", until)).Set(("proration", rule), ("month-days", days));

        Assert.Equal(total, ContractRating.Rate(request).Total().ToString("0.00", null));
    }

    [Theory]
    [InlineData("33-27")]
    [InlineData("0-30")]
    [InlineData("27")]
    [InlineData("27-x")]
    public void Lengths_of_a_month_that_are_none_are_refused(string text) =>
        Assert.Null(Domain.Tariffs.Settings.RatingSettings.Default.With("month-days", text, out _));

    [Theory]
    [InlineData("prorated", "base 0.4516129032 14.00 EUR")]
    [InlineData("whole", "base 1 31.00 EUR")]
    [InlineData("free", "")]
    public void A_first_part_may_be_whole_or_free(string setting, string lines) =>
        Assert.Equal(lines, string.Join('|', Part(Base).Set(("first-part", setting)).Lines()));

    [Theory]
    // Until 15 January, 14 of 31 days; from 10 January until then five days, or 22 that are left of the period.
    [InlineData("2025-01-01", "prorated", "prorated", "14.00")]
    [InlineData("2025-01-01", "prorated", "whole", "31.00")]
    [InlineData("2025-01-01", "prorated", "free", "0.00")]
    [InlineData("2025-01-01", "free", "prorated", "14.00")]
    [InlineData("2025-01-10", "prorated", "prorated", "5.00")]
    [InlineData("2025-01-10", "prorated", "whole", "22.00")]
    [InlineData("2025-01-10", "whole", "prorated", "31.00")]
    [InlineData("2025-01-10", "whole", "free", "31.00")]
    [InlineData("2025-01-10", "prorated", "free", "0.00")]
    [InlineData("2025-01-10", "free", "whole", "0.00")]
    public void Beginning_and_end_have_rules_of_their_own(string from, string first, string last, string total)
    {
        var part = Rated(Tariff(Base), January) with { Service = Days(from, "2025-01-15") };
        var request = part.Set(("first-part", first), ("last-part", last));

        Assert.Equal(total, ContractRating.Rate(request).Total().ToString("0.00", null));
    }

    [Theory]
    // 31 until 10 January and 62 from then on: 9 + 44, 31, 62; of a first part from the 5th: 5 + 44, 27, 54.
    [InlineData("2025-01-01", "by-days", "9.00 44.00")]
    [InlineData("2025-01-01", "price-before", "31.00")]
    [InlineData("2025-01-01", "price-after", "62.00")]
    [InlineData("2025-01-05", "by-days", "5.00 44.00")]
    [InlineData("2025-01-05", "price-before", "27.00")]
    [InlineData("2025-01-05", "price-after", "54.00")]
    public void A_change_inside_has_a_rule_of_its_own(string from, string rule, string amounts)
    {
        var tariff = Tariff(
            Version(1, "2024-01-01", Base), Version(2, "2025-01-10", Base with { Price = 62m }));
        var part = Rated(tariff, January) with { Service = Days(from, "2025-02-01") };
        var lines = ContractRating.Rate(part.Set(("inside-change", rule))).Lines;

        Assert.Equal(amounts, string.Join(' ', lines.Select(line => line.Amount.ToDecimal().ToString("0.00", null))));
        if (rule != "by-days")
            Assert.Equal(part.Service, Assert.Single(lines).Period);
    }

    [Fact]
    public void A_charge_of_a_season_is_by_its_days_all_the_same()
    {
        var season = Base with { Head = Head("base") with { Yearly = [new AnnualSpan(new(1, 11), new(1, 21))] } };

        Assert.Equal(
            ["base 0.3225806452 10.00 EUR"],
            Rated(Tariff(season), January).Set(("inside-change", "price-before")).Lines());
    }

    [Fact]
    public void Parts_of_a_rate_change_sum_to_the_price_under_every_rule() =>
        Gen.Select(Gen.Int[1, 30], Gen.Int[0, Summing.Length - 1])
            .Sample((cut, index) =>
            {
                var rule = Summing[index];
                var change = January.From.PlusDays(cut);
                var tariff = Tariff(
                    Version(1, "2024-01-01", Base), Version(2, "2024-01-02", Base) with { ValidFrom = change });
                var result = ContractRating.Rate(Rated(tariff, January).Set(("proration", rule)));

                Assert.Equal(31m, result.Lines.Sum(line => line.ExactAmount));
            });

    [Fact]
    public void A_price_may_be_per_bill()
    {
        var perBill = new Charge.Fixed(Head("post"), ChargePer.Bill, 1.50m);

        Assert.Equal(["post 1 1.50 EUR"], Part(perBill).Lines());
    }

    [Fact]
    public void A_price_is_times_the_items_of_the_contract()
    {
        // 12 lamps at 4.20; 7.5 kW at 2.00.
        var lamps = new Charge.Fixed(Head("lamps"), ChargePer.Month, 4.20m)
        {
            Times = new Factor(null, "items", "lamp"),
        };
        var power = new Charge.Fixed(Head("power"), ChargePer.Month, 2m) { Times = new Factor(7.5m, null, "kW") };
        var request = Rated(Tariff(lamps, power), January);

        Assert.Equal(["lamps 12 50.40 EUR", "power 7.5 15.00 EUR"], request.Set(("items", "12")).Lines());
        Assert.Equal(
            new HoldReason("option-missing", "Charge lamps needs the contract's setting items."),
            Assert.Single(ContractRating.Rate(request).Holds));
    }

    [Theory]
    [InlineData(0, "energy 0 0.00 EUR")]
    [InlineData(1, "energy 1 1.00 EUR|base 1 31.00 EUR")]
    public void A_charge_may_be_free_without_use(long used, string lines)
    {
        var tariff = Tariff(Energy(1m), Base with { OnlyIfUsed = ["energy"] });

        Assert.Equal(lines.Split('|'), Used(tariff, January, used).Lines());
    }

    [Fact]
    public void A_charge_applies_in_its_months_only()
    {
        var summer = Base with { Head = Head("base") with { Yearly = [new AnnualSpan(new(6, 15), new(9, 1))] } };
        var winter = Base with { Head = Head("base") with { Yearly = [new AnnualSpan(new(11, 1), new(2, 1))] } };

        // 16 of 30 days of June.
        Assert.Equal("16.53", Total(summer, Days("2025-06-01", "2025-07-01")));
        Assert.Equal("31.00", Total(summer, Days("2025-07-01", "2025-08-01")));
        Assert.Equal("0.00", Total(summer, Days("2025-09-01", "2025-10-01")));
        Assert.Equal("31.00", Total(winter, January));
        Assert.Equal("0.00", Total(winter, Days("2025-02-01", "2025-03-01")));
    }

    private static string Total(Charge charge, Period days) =>
        ContractRating.Rate(Rated(Tariff(charge), days)).Total().ToString("0.00", null);

    private static RatingRequest Part(Charge charge) =>
        Rated(Tariff(charge), January) with { Service = Days("2025-01-18", "2025-02-01") };
}
