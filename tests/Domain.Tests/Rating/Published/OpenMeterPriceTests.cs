using System.Globalization;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Calls;
using BillingActors.Domain.Tariffs.Calls.Choices;
using BillingActors.Domain.Tariffs.Events;
using BillingActors.Domain.Tariffs.QuantityPrices;
using BillingActors.Domain.Tariffs.Recurring;
using static BillingActors.Domain.Tests.Rating.Events.GivenEvents;
using static BillingActors.Domain.Tests.Rating.Given;
using static BillingActors.Domain.Tests.Rating.Subscriptions.GivenLife;

namespace BillingActors.Domain.Tests.Rating.Published;

/// <summary>Amounts that the tests of OpenMeter, an open usage biller, expect of its prices (billing/rating).</summary>
public sealed class OpenMeterPriceTests
{
    private static readonly SteppedPrice Graduated =
        Steps(StepMode.Graduated, (5m, 0m, 100m), (10m, 0m, 50m), (15m, 5m, 0m), (null, 1m, 0m));

    private static readonly SteppedPrice Volume =
        Steps(StepMode.Volume, (5m, 0m, 100m), (10m, 0m, 150m), (15m, 10m, 0m), (null, 5m, 0m));

    private static readonly PackagePrice Package = new(10m, 15m, 0m, PackageRounding.Up);

    [Theory]
    [InlineData("0", 100)]
    [InlineData("3", 100)]
    [InlineData("5", 100)]
    [InlineData("5.001", 150)]
    [InlineData("7", 150)]
    [InlineData("12", 160)]
    [InlineData("22", 182)]
    public void Graduated_tiers(string quantity, int amount) => Assert.Equal(amount, Cost(quantity, Charge(Graduated)));

    [Theory]
    [InlineData("0", 100)]
    [InlineData("3", 100)]
    [InlineData("5", 100)]
    [InlineData("7", 150)]
    [InlineData("14", 140)]
    [InlineData("15", 150)]
    [InlineData("16", 80)]
    [InlineData("100", 500)]
    public void Volume_tiers(string quantity, int amount) => Assert.Equal(amount, Cost(quantity, Charge(Volume)));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("5", 15)]
    [InlineData("10", 15)]
    [InlineData("22", 45)]
    public void Packages(string quantity, int amount) => Assert.Equal(amount, Cost(quantity, Charge(Package)));

    [Theory]
    [InlineData("0", 150, 150)]
    [InlineData("5", 150, 150)]
    [InlineData("5", 100, 100)]
    [InlineData("100", 100, 500)]
    public void A_volume_has_a_minimum(string quantity, int minimum, int amount) =>
        Assert.Equal(amount, Cost(quantity, Charge(Volume), Least(minimum)));

    [Fact]
    public void A_minimum_is_due_without_use()
    {
        Assert.Equal(100m, Cost("0", Charge(Package), Least(100m)));
        Assert.Equal(100m, Cost("0", Charge(new PriceModel.Flat(10m)), Least(100m)));
        Assert.Equal(1000m, Cost("0", Charge(Graduated), Least(1000m)));
    }

    [Theory]
    [InlineData("5", 100, 100)]
    [InlineData("7", 125, 125)]
    public void A_volume_has_a_maximum(string quantity, int maximum, int amount) =>
        Assert.Equal(amount, Cost(quantity, Charge(Volume), Most(maximum)));

    [Fact]
    public void A_maximum_holds_over_tiers_packages_and_discounts()
    {
        Assert.Equal(170m, Cost("22", Charge(Graduated), Most(170m)));
        Assert.Equal(100m, Cost("110", Charge(Package), Most(100m)));
        Assert.Equal(100m, Cost("12", Charge(new PriceModel.Flat(10m)), Most(100m)));
        Assert.Equal(100m, Cost("27", Charge(new PriceModel.Flat(10m)), Percent(50m), Most(100m)));
    }

    [Fact]
    public void A_cost_that_is_passed_on_has_a_factor()
    {
        var passedOn = Charge(new PriceModel.Flat(1.33333m));
        Assert.Equal(13.33m, Cost("10", passedOn));
        Assert.Equal(66.67m, Cost("50", passedOn));
        Assert.Equal(100m, Cost("120", passedOn, Most(100m)));
    }

    [Theory]
    [InlineData("10", "1.2", "1", null, "12")]
    [InlineData("1400", "1", "1000", RoundingMethod.Up, "2")]
    [InlineData("1900", "1", "1000", RoundingMethod.Down, "1")]
    [InlineData("1500", "1", "1000", RoundingMethod.Half, "2")]
    [InlineData("1400", "1", "1000", RoundingMethod.Half, "1")]
    [InlineData("1400", "1", "1000", null, "1.4")]
    public void A_quantity_is_converted_and_rounded(
        string quantity, string factor, string size, RoundingMethod? method, string billed)
    {
        var rounding = method is { } known ? new CallRounding(known, 0) : null;
        var charge = Charge(new PriceModel.Flat(1m)) with
        {
            Counting = new EventCounting(Number(factor), Number(size), rounding, 0m),
        };
        Assert.Equal(Number(billed), Cost(quantity, charge));
    }

    // 7,400 of 1,000 each are 8, five at 1 and three at 0.50; 1,400 are 2, half a one is free.
    [Fact]
    public void Tiers_and_free_units_are_of_the_converted_quantity()
    {
        var up = new EventCounting(1m, 1000m, new CallRounding(RoundingMethod.Up, 0), 0m);
        var tiers = Steps(StepMode.Graduated, (5m, 1m, 0m), (null, 0.5m, 0m));
        Assert.Equal(6.5m, Cost("7400", Charge(tiers) with { Counting = up }));
        Assert.Equal(15m, Cost("1400", Charge(new PriceModel.Flat(10m)) with { Counting = up with { Free = 0.5m } }));
        Assert.Equal(20m, Cost("1400", Charge(new PriceModel.Flat(10m)) with { Counting = up }));
    }

    // 10 of 20 are free.
    [Fact]
    public void So_many_units_are_free() => Assert.Equal(
        10m, Cost("20", Charge(new PriceModel.Flat(1m)) with { Counting = new EventCounting(1m, 1m, null, 10m) }));

    private static CommitmentCharge Least(decimal amount) => new(
        Head("least"), Month, amount, null, ChargeSelection.All, CommitmentMode.TrueUp, 1m);

    private static MaximumCharge Most(decimal amount) => new(Head("most"), Month, amount, ChargeSelection.All);

    private static DiscountCharge Percent(decimal percent) => new(
        Head("off"), DiscountKind.Percent, percent, ChargeSelection.All, null, DiscountRemainder.Forfeited, null);

    private static decimal Cost(string quantity, params Charge[] charges)
    {
        var events = quantity == "0" ? [] : new[] { Event("1", "2025-01-02", Number(quantity)) };
        var result = ContractRating.Rate(Used(charges, events));
        Assert.Empty(result.Holds);
        return result.Lines.Sum(line => line.Amount.ToDecimal());
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
