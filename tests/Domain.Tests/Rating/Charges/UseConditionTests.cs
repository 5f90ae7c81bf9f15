using BillingActors.Domain.Metering;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Demands;
using BillingActors.Domain.Tariffs.Metered;
using BillingActors.Domain.Tariffs.Prices;
using static BillingActors.Domain.Tests.Rating.Given;
using static BillingActors.Domain.Tests.Rating.Prices.PriceExamples;

namespace BillingActors.Domain.Tests.Rating.Charges;

/// <summary>Charges that apply by how much a charge before them bills.</summary>
public sealed class UseConditionTests
{
    [Theory]
    // Half of 1.00 a kWh up to 50 kWh, a fifth up to 100.
    [InlineData(50, "25.00")]
    [InlineData(51, "40.80")]
    [InlineData(100, "80.00")]
    [InlineData(101, "101.00")]
    public void A_charge_applies_by_what_another_bills(int use, string total)
    {
        var tariff = Tariff(Energy(1m), Off(50m, null, 50m), Off(20m, 50m, 100m));

        Assert.Equal(total, Text(ContractRating.Rate(Used(tariff, January, use))));
    }

    // Fifteen of thirty-one days: the limit of 62 is 30.
    [Theory]
    [InlineData(30, "15.00")]
    [InlineData(31, "31.00")]
    public void Its_limits_are_cut_by_days(int use, string total)
    {
        var request = Used(Tariff(Energy(1m), Off(50m, null, 62m)), January, use);
        var part = Days("2025-01-01", "2025-01-16");
        var given = request.Determinants!.Periods[0] with { Days = part };

        var result = ContractRating.Rate(request with { Service = part, Determinants = new DeterminantUsage([given]) });

        Assert.Equal(total, Text(result));
    }

    // A third of 300 kWh falls on ten of thirty-one days as 96.774194: it is at the limit and not beyond it.
    [Fact]
    public void What_is_at_its_limit_in_the_whole_period_is_so_in_each_part()
    {
        var request = Used(Tariff(Energy(1m), Off(50m, null, 300m)), January, 300);

        var result = ContractRating.Rate(request with { Service = Days("2025-01-01", "2025-01-11") });

        Assert.Equal(["energy", "off-50"], result.Lines.Select(line => line.Code));
    }

    [Theory]
    [InlineData(400, "0.00")]
    [InlineData(401, "200.00")]
    public void A_demand_is_compared_whole_however_few_days_are_billed(int peak, string total)
    {
        var kilowatt = new Charge.Demand(
            Head("demand"), new(Direction.Import, [], "kW"), 15, new PriceModel.Flat(0m));
        var levy = new Charge.Fixed(
            Head("levy") with { When = new UseCondition("demand", 400m, null) }, ChargePer.Bill, 200m);
        var request = Used(Tariff(kilowatt, levy), January, 0, peak);

        var result = ContractRating.Rate(request with { Service = Days("2025-01-01", "2025-01-16") });

        Assert.Equal(total, Text(result));
    }

    // Its peaks are looked back to, and hours of use have no demand without it.
    [Fact]
    public void A_demand_that_others_need_applies_always()
    {
        var demand = new Charge.Demand(
            Head("demand") with { When = new UseCondition("energy", 10m, null) },
            new(Direction.Import, [], "kW"), 15, new PriceModel.Flat(1m));
        var ratchet = demand with { Terms = new DemandTerms { Ratchet = new Ratchet(80m, 11) } };
        var hours = new Charge.Usage(Head("hours"), Import(), new PriceModel.HoursUse(
            new HoursUseDemand("demand", null, null), ChargePer.Month, TierMode.Graduated,
            [new(null, new PriceModel.Flat(1m))]));

        Assert.Contains(
            TariffValidation.ProblemsOf(Tariff(Energy(1m), ratchet)),
            problem => problem is { Path: "versions/0/charges/1/when", Rule: "unfit-condition" });
        Assert.Contains(
            TariffValidation.ProblemsOf(Tariff(Energy(1m), demand, hours)),
            problem => problem is { Path: "versions/0/charges/2/price/demandCharge", Rule: "unfit-condition" });
    }

    // 60 % of 0.9 / 0.6912 - 1 are 18.125 % exactly; the difference from a rounded quotient would be 18.12.
    [Fact]
    public void A_percentage_of_a_power_factor_is_divided_last() => Assert.Equal(
        18.13m, new FactorPercent(FactorMethod.Ratio, 0.9m, FactorSide.Both, 2, []).Of(60m, 0.6912m));

    private static Charge.Percentage Off(decimal percent, decimal? above, decimal? upTo) => new(
        Head($"off-{percent:0}") with { When = new UseCondition("energy", above, upTo) },
        -percent,
        new ChargeSelection(["energy"], []));

    private static string Text(RatingResult result)
    {
        Assert.Empty(result.Holds);
        return result.Total().ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
    }
}
