using System.Globalization;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Metered;
using CsCheck;
using NodaTime;
using static BillingActors.Domain.Tests.Rating.Given;
using static BillingActors.Domain.Tests.Rating.Prices.PriceExamples;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Rating.Charges;

public sealed class PercentageAndMinimumTests
{
    private static readonly Charge.Percentage Tenth = new(Head("discount"), -10m, ChargeSelection.All);

    [Theory]
    // 100.00 less 10 % is 90.00; another 20 % of 90.00, or of 100.00.
    [InlineData("sequence", "energy 100 100.00 EUR|discount 100 -10.00 EUR|care 90 -18.00 EUR")]
    [InlineData("original", "energy 100 100.00 EUR|discount 100 -10.00 EUR|care 100 -20.00 EUR")]
    public void Discounts_come_one_after_the_other_or_of_the_original(string setting, string lines)
    {
        var tariff = Tariff(Energy(1m), Tenth, new Charge.Percentage(Head("care"), -20m, ChargeSelection.All));

        Assert.Equal(lines.Split('|'), Used(tariff, January, 100).Set(("percentage-base", setting)).Lines());
    }

    // 100 at 0.17545 are 17.545, billed as 17.55: the half of it is 8.775 or 8.7725. What the charge says goes first.
    [Theory]
    [InlineData("rounded", null, "8.78")]
    [InlineData("exact", null, "8.77")]
    [InlineData("exact", PercentageAmounts.Rounded, "8.78")]
    [InlineData("rounded", PercentageAmounts.Exact, "8.77")]
    public void A_percentage_is_of_what_is_billed_or_of_what_is_exact(
        string setting, PercentageAmounts? own, string amount)
    {
        var half = new Charge.Percentage(Head("tax"), 50m, ChargeSelection.All) { Amounts = own };
        var tariff = Tariff(Energy(0.17545m), half);

        Assert.Equal(amount, Amount(Used(tariff, January, 100).Set(("percentage-amounts", setting)), "tax"));
    }

    [Theory]
    [InlineData(300, "-25.00")]
    [InlineData(100, "-10.00")]
    [InlineData(20, "-5.00")]
    public void A_discount_has_bounds(long used, string amount)
    {
        var tariff = Tariff(Energy(1m), Tenth with { Most = 25m, Least = 5m });

        Assert.Equal(amount, Amount(Used(tariff, January, used), "discount"));
    }

    [Fact]
    public void A_bound_is_cut_with_the_month()
    {
        // 14 of 31 days of 25.00.
        var tariff = Tariff(Energy(1m), Tenth with { Most = 25m });
        var request = Used(tariff, January, 900) with { Service = Days("2025-01-18", "2025-02-01") };

        Assert.Equal("-11.29", Amount(request, "discount"));
    }

    [Theory]
    [InlineData(10, "-40.00")]
    [InlineData(60, null)]
    public void A_maximum_takes_off_what_is_beyond(long most, string? amount)
    {
        var tariff = Tariff(Energy(1m), new Charge.Maximum(Head("cap"), ChargePer.Month, most, ChargeSelection.All));

        Assert.Equal(amount, Amount(Used(tariff, January, 50), "cap"));
    }

    [Theory]
    [InlineData(ChargePer.Day, "61.00")]
    [InlineData(ChargePer.Month, "1.00")]
    [InlineData(ChargePer.Bill, "1.00")]
    // 2.00 × 31 / 365 is less than 1.00.
    [InlineData(ChargePer.Year, null)]
    public void A_minimum_is_for_a_day_a_month_a_bill_or_a_year(ChargePer per, string? amount)
    {
        var tariff = Tariff(Energy(1m), new Charge.Minimum(Head("least"), per, 2m, ChargeSelection.All));

        Assert.Equal(amount, Amount(Used(tariff, January, 1), "least"));
    }

    [Fact]
    public void A_minimum_may_be_per_kW_of_the_contract()
    {
        var least = new Charge.Minimum(Head("least"), ChargePer.Month, 3m, ChargeSelection.All)
        {
            Times = new Factor(null, "installed-kw", "kW"),
        };

        Assert.Equal("29.00", Amount(Used(Tariff(Energy(1m), least), January, 1).Set(("installed-kw", "10")), "least"));
    }

    // 30 and 100 kWh at 0.10: no more than 0.40 a kWh of all charges, and no less than 0.35.
    [Theory]
    [InlineData(30, 0.40, 0.01, "12.00")]
    [InlineData(100, 0.40, 0.01, "20.00")]
    [InlineData(100, 0.40, 0.35, "35.00")]
    public void Limits_may_be_for_each_unit_that_a_charge_bills(int use, double most, double least, string total)
    {
        var each = new Factor(null, null, "kWh") { Charge = "energy" };
        var tariff = Tariff(
            new Charge.Fixed(Head("base"), ChargePer.Month, 10m),
            Energy(Monthly((20, 0.10m), (null, 0.10m))),
            new Charge.Maximum(Head("most"), ChargePer.Bill, (decimal)most, ChargeSelection.All) { Times = each },
            new Charge.Minimum(Head("least"), ChargePer.Bill, (decimal)least, ChargeSelection.All) { Times = each });

        Assert.Equal(
            decimal.Parse(total, CultureInfo.InvariantCulture),
            ContractRating.Rate(Used(tariff, January, use)).Total());
    }

    // 155 of 310 kWh fall on 15.5 days; of each part at most half of 1.00 a kWh is left, whatever its days.
    [Fact]
    public void A_limit_for_each_unit_is_not_cut_by_days_again()
    {
        var each = new Factor(null, null, "kWh") { Charge = "energy" };
        var tariff = Tariff(
            Energy(1m),
            new Charge.Maximum(Head("most"), ChargePer.Bill, 0.50m, ChargeSelection.All) { Times = each },
            new Charge.Fixed(Head("levy"), ChargePer.Month, 0.10m) { Times = each });
        var request = Used(tariff, January, 310);

        var result = ContractRating.Rate(request with { Service = Days("2025-01-01", "2025-01-11") });

        Assert.Equal(
            ["energy 100 100.00 EUR", "most 1 -50.00 EUR", "levy 100 10.00 EUR"],
            result.Short());
    }

    [Fact]
    public void A_minimum_of_the_year_is_trued_up_when_it_ends()
    {
        // Twelve months of 10.00 are 120.00 of 150.00.
        var least = new Charge.Minimum(Head("least"), ChargePer.Year, 150m, ChargeSelection.All) { IsTruedUp = true };
        var amounts = Year(Tariff(Energy(1m), least), 10);

        Assert.Equal([.. Enumerable.Repeat((string?)null, 11), "30.00"], amounts);
    }

    [Fact]
    public void A_year_that_began_late_has_its_days_of_the_minimum()
    {
        // July to December are 184 of 365 days: 75.62 of 150.00, less 60.00.
        var least = new Charge.Minimum(Head("least"), ChargePer.Year, 150m, ChargeSelection.All) { IsTruedUp = true };

        Assert.Equal("15.62", Year(Tariff(Energy(1m), least), 10, first: 7)[^1]);
    }

    [Fact]
    public void Unbundled_components_sum_to_the_bundled_price() =>
        Gen.Int[-9_999_999, 9_999_999].Array[2, 12].Sample(units =>
        {
            // Prices of five decimals: the sum of the parts is the published price, and the exact amounts agree.
            var parts = units.Select(unit => unit / 100_000m).ToArray();
            var unbundled = parts.Select((price, i) =>
                (Charge)new Charge.Usage(Head($"part-{i}"), Import(), new PriceModel.Flat(price))).ToArray();
            var total = ("import", DeterminantQuantity.Of(1234.567m));
            var apart = ContractRating.Rate(Determined(Tariff(unbundled), January, null, total));
            var whole = ContractRating.Rate(Determined(Tariff(Energy(parts.Sum())), January, null, total));

            Assert.Equal(whole.Lines[0].UnitPrice, apart.Lines.Sum(line => line.UnitPrice));
            Assert.Equal(whole.Lines[0].ExactAmount, apart.Lines.Sum(line => line.ExactAmount));
        });

    private static string? Amount(RatingRequest request, string code)
    {
        var result = ContractRating.Rate(request);
        Assert.Empty(result.Holds);
        return result.Lines.FirstOrDefault(line => line.Code == code)?.Amount.ToDecimal().ToString("0.00", null);
    }

    private static string?[] Year(Tariff tariff, decimal used, int first = 1)
    {
        var state = RatingState.Empty;
        var amounts = new List<string?>();
        for (var month = first; month <= 12; month++)
        {
            var from = new LocalDate(2025, month, 1);
            var request = Used(tariff, new Period(from, from.PlusMonths(1)), used) with { State = state };
            amounts.Add(Amount(request, "least"));
            state = ContractRating.Rate(request).State;
        }
        return [.. amounts];
    }
}
