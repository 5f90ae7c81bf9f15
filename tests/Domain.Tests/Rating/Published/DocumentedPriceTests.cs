using System.Globalization;
using BillingActors.Domain.Rating.Subscriptions;
using BillingActors.Domain.Tariffs.QuantityPrices;
using static BillingActors.Domain.Tests.Rating.Events.GivenEvents;
using static BillingActors.Domain.Tests.Rating.Subscriptions.GivenLife;

namespace BillingActors.Domain.Tests.Rating.Published;

/// <summary>Worked examples of the public documentation of billers; each names whose it is.</summary>
public sealed class DocumentedPriceTests
{
    // Stripe, tiered pricing: 7 up to 5 fonts, 6.50 up to 10, then 6.
    [Theory]
    [InlineData(StepMode.Volume, 1, "7")]
    [InlineData(StepMode.Volume, 5, "35")]
    [InlineData(StepMode.Volume, 6, "39")]
    [InlineData(StepMode.Volume, 20, "120")]
    [InlineData(StepMode.Volume, 25, "150")]
    [InlineData(StepMode.Graduated, 1, "7")]
    [InlineData(StepMode.Graduated, 5, "35")]
    [InlineData(StepMode.Graduated, 6, "41.5")]
    [InlineData(StepMode.Graduated, 20, "127.5")]
    [InlineData(StepMode.Graduated, 25, "157.5")]
    public void Fonts_at_Stripe(StepMode mode, int quantity, string total) =>
        Assert.Equal(Number(total), Cost(Steps(mode, (5m, 7m, 0m), (10m, 6.5m, 0m), (null, 6m, 0m)), quantity));

    // Stripe, tiers of five at 5, 4, 3, 2 and then 1.
    [Theory]
    [InlineData(StepMode.Volume, 1, 5)]
    [InlineData(StepMode.Volume, 5, 25)]
    [InlineData(StepMode.Volume, 6, 24)]
    [InlineData(StepMode.Volume, 20, 40)]
    [InlineData(StepMode.Volume, 25, 25)]
    [InlineData(StepMode.Graduated, 6, 29)]
    [InlineData(StepMode.Graduated, 20, 70)]
    [InlineData(StepMode.Graduated, 25, 75)]
    public void Tiers_of_five_at_Stripe(StepMode mode, int quantity, int total) => Assert.Equal(
        total,
        Cost(Steps(mode, (5m, 5m, 0m), (10m, 4m, 0m), (15m, 3m, 0m), (20m, 2m, 0m), (null, 1m, 0m)), quantity));

    // Chargebee, package pricing: a million tokens for 1.25, a begun million is a whole one within its tier.
    [Theory]
    [InlineData(10, "1.25")]
    [InlineData(1_000_000, "1.25")]
    [InlineData(1_500_000, "2.5")]
    public void Packages_of_a_tier_at_Chargebee(int quantity, string total) => Assert.Equal(
        Number(total), Cost(new SteppedPrice(StepMode.Graduated, null, [new(null, 1.25m, 0m, 1_000_000m)]), quantity));

    // Baremetrics: from 12 to 24 after a week of four, 9 back and 18 for the rest on the next bill, 33 in all.
    [Fact]
    public void An_upgrade_on_the_next_bill_at_Baremetrics()
    {
        var life = Life("2025-02-01", "2025-03-02", 1, [Plan("a", Fee(12m)), Plan("b", Fee(24m))],
            Change("2025-02-08", "b")).Set(("change-billing", "next-bill"));
        Assert.Equal([12m, 33m], Bills(life).Select(Sum));
    }

    // Kill Bill, proration by fixed days: 22 of 30 from the 23rd to the 15th, 8 of 30 from the 15th to the 23rd.
    [Theory]
    [InlineData("2023-05-23", "2023-06-15", 15, "733.33")]
    [InlineData("2023-06-23", "2023-07-15", 15, "733.33")]
    [InlineData("2023-02-23", "2023-03-15", 15, "733.33")]
    [InlineData("2024-02-23", "2024-03-15", 15, "733.33")]
    [InlineData("2023-05-15", "2023-05-23", 23, "266.67")]
    [InlineData("2023-06-15", "2023-06-23", 23, "266.67")]
    public void Months_of_thirty_days_at_Kill_Bill(string start, string end, int day, string first) => Assert.Equal(
        Number(first),
        Sum(Bills(Life(start, end, day, [Plan("a", Fee(1000m))]).Set(("part-count", "thirty-day-month")))[0]));

    private static decimal Sum(SubscriptionBill bill) => bill.Rating.Lines.Sum(line => line.Amount.ToDecimal());

    private static decimal Cost(SteppedPrice price, int quantity) =>
        Used(Charge(price), Event("1", "2025-01-02", quantity)).Cost();

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
