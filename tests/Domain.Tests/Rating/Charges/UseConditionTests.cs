using BillingActors.Domain.Rating;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Metered;
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
