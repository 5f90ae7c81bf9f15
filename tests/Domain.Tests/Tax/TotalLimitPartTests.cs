using BillingActors.Domain.Rating;
using static BillingActors.Domain.Tests.Rating.Given;
using static BillingActors.Domain.Tests.Rating.Prices.PriceExamples;

namespace BillingActors.Domain.Tests.Tax;

/// <summary>What the limits of a total are in a bill of 14 of the 31 days of January; numbers by hand.</summary>
public sealed class TotalLimitPartTests
{
    [Theory]
    [InlineData("whole", "", "31", "62")]
    [InlineData("prorated", "", "14", "28")]
    [InlineData("prorated", "thirty-days", "14.466666", "28.933333")]
    [InlineData("prorated", "whole", "31", "62")]
    public void A_part_of_a_period_has_its_part_of_the_limits(
        string part, string proration, string least, string most)
    {
        var request = Used(Tariff(Energy(1m)), January, 10) with { Service = Days("2025-01-18", "2025-02-01") };
        var limits = Assert.Single(ContractRating.Rate(request.Set(
            ("total-least", "31"),
            ("total-most", "62"),
            ("total-limits-part", part),
            ("proration", proration.Length == 0 ? "actual-days" : proration))).Taxes).Limits!;

        Assert.Equal((least, most), (Short(limits.Least), Short(limits.Most)));
    }

    private static string Short(decimal? limit) =>
        FormattableString.Invariant($"{decimal.Truncate(limit!.Value * 1_000_000m) / 1_000_000m:0.######}");
}
