using System.Collections.Immutable;
using BillingActors.Domain.Rating.Events;
using BillingActors.Domain.Tariffs.Events;
using BillingActors.Domain.Tariffs.QuantityPrices;
using static BillingActors.Domain.Tests.Rating.Events.GivenEvents;

namespace BillingActors.Domain.Tests.Rating.Published;

/// <summary>
/// Amounts that the tests of Kill Bill, an open subscription biller, expect of usage: blocks in tiers, priced in all
/// tiers or in the one that is reached, and capacity of several units (invoice, usage).
/// </summary>
public sealed class KillBillUsageTests
{
    [Theory]
    [InlineData(111, "15.0 100.0 0.5")]
    public void Single_units_in_all_tiers(int quantity, string amounts) =>
        Assert.Equal(amounts, Amounts(StepMode.Graduated, quantity, (10, 1.5m, 1), (110, 1.0m, 1), (null, 0.5m, 1)));

    [Theory]
    [InlineData(5325, "10 5")]
    [InlineData(401, "5")]
    [InlineData(199, "2")]
    public void Blocks_in_all_tiers(int quantity, string amounts) =>
        Assert.Equal(amounts, Amounts(StepMode.Graduated, quantity, (1000, 1m, 100), (null, 1m, 1000)));

    [Theory]
    [InlineData(1000, "10")]
    [InlineData(101_000, "101")]
    [InlineData(101_001, "51.0")]
    [InlineData(300_000, "150.0")]
    public void Blocks_in_the_tier_that_is_reached(int quantity, string amounts) => Assert.Equal(
        amounts, Amounts(StepMode.Volume, quantity, (1000, 1m, 100), (101_000, 1m, 1000), (null, 0.5m, 1000)));

    [Fact]
    public void Single_units_in_the_tier_that_is_reached() =>
        Assert.Equal("55.5", Amounts(StepMode.Volume, 111, (10, 1.5m, 1), (110, 1.0m, 1), (null, 0.5m, 1)));

    [Theory]
    [InlineData(100, 1000, 50, 10)]
    [InlineData(100, 1001, 0, 20)]
    [InlineData(101, 1000, 0, 20)]
    [InlineData(101, 1001, 0, 20)]
    [InlineData(10, 2001, 0, 30)]
    public void A_capacity_holds_all_units(int first, int second, int third, int amount) => Assert.Equal(
        amount,
        Capacity(
            [
                new CapacityStep(Limits(("unit1", 100), ("unit2", 1000), ("unit3", 50)), 10m),
                new CapacityStep(Limits(("unit1", 200), ("unit2", 2000), ("unit3", 100)), 20m),
                new CapacityStep(Limits(), 30m),
            ],
            ("unit1", first), ("unit2", second), ("unit3", third)));

    [Theory]
    [InlineData(5, 99, 1)]
    [InlineData(5, 101, 10)]
    [InlineData(75, 101, 100)]
    public void The_tier_is_that_of_the_highest_unit(int foo, int bar, int amount) => Assert.Equal(
        amount,
        Capacity(
            [
                new CapacityStep(Limits(("FOO", 10), ("BAR", 100)), 1m),
                new CapacityStep(Limits(("FOO", 50), ("BAR", 500)), 10m),
                new CapacityStep(Limits(), 100m),
            ],
            ("FOO", foo), ("BAR", bar)));

    private static string Amounts(
        StepMode mode, int quantity, params (decimal? UpTo, decimal Price, decimal Size)[] steps)
    {
        var price = new SteppedPrice(
            mode, null, [.. steps.Select(step => new PriceStep(step.UpTo, step.Price, 0m, step.Size))]);
        var parts = QuantityPricing.PartsOf(price, quantity, Subscriptions.GivenLife.Settings());
        return string.Join(' ', parts.Select(part => FormattableString.Invariant($"{part.Amount}")));
    }

    private static decimal Capacity(ImmutableArray<CapacityStep> steps, params (string Unit, int Most)[] used)
    {
        var charge = Charge(new CapacityPrice("unit", steps), EventAggregation.Max);
        return Used(charge, used.SelectMany(one => new[]
        {
            Event(one.Unit, "2025-01-02", one.Most, null, ("unit", one.Unit)),
            Event(one.Unit + " less", "2025-01-03", one.Most / 2, null, ("unit", one.Unit)),
        })).Cost();
    }

    private static ImmutableSortedDictionary<string, decimal> Limits(params (string Unit, decimal Most)[] limits) =>
        limits.ToImmutableSortedDictionary(one => one.Unit, one => one.Most, StringComparer.Ordinal);
}
