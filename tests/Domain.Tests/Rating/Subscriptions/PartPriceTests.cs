using static BillingActors.Domain.Tests.Rating.Subscriptions.GivenLife;

namespace BillingActors.Domain.Tests.Rating.Subscriptions;

/// <summary>How the price of a part of a period is rounded, and what it is where nothing says so.</summary>
public sealed class PartPriceTests
{
    [Theory]
    // Ten of thirty days until the 11th: a third of 20 is 6.666…, of 10 3.333….
    [InlineData("20", "", "6.67")]
    [InlineData("20", "half", "6.67")]
    [InlineData("20", "down", "6.66")]
    [InlineData("20", "up", "6.67")]
    [InlineData("10", "", "3.33")]
    [InlineData("10", "half", "3.33")]
    [InlineData("10", "down", "3.33")]
    [InlineData("10", "up", "3.34")]
    public void A_part_is_rounded_as_the_setting_says(string price, string way, string amount)
    {
        (string, string)[] settings = way.Length > 0 ? [("part-rounding", way)] : [];
        var life = Life("2025-09-01", "2025-09-02", 11, [Plan("a", Fee(decimal.Parse(price, null)))])
            .Set([("part-divisor", "30"), .. settings]);

        Assert.Equal([$"2025-09-01: fee 2025-09-01..2025-09-11 {amount}"], life.Short());
    }

    // A full period is rounded by half whatever parts are.
    [Theory]
    [InlineData("down")]
    [InlineData("up")]
    [InlineData("half")]
    public void A_full_period_is_rounded_by_half(string way)
    {
        var life = Life("2025-09-01", "2025-09-02", 1, [Plan("a", Fee(1.005m))]).Set(("part-rounding", way));

        Assert.Equal(["2025-09-01: fee 2025-09-01..2025-10-01 1.01"], life.Short());
    }
}
