using BillingActors.Domain.Rating;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Events;
using BillingActors.Domain.Tariffs.QuantityPrices;
using CsCheck;
using static BillingActors.Domain.Tests.Rating.Events.GivenEvents;
using static BillingActors.Domain.Tests.Rating.Given;
using static BillingActors.Domain.Tests.Rating.Subscriptions.GivenLife;

namespace BillingActors.Domain.Tests.Rating.Events;

/// <summary>Prices by quantity; the numbers are those of Lago's own examples unless said otherwise.</summary>
public sealed class QuantityPriceTests
{
    private static readonly SteppedPrice Graduated = Steps(StepMode.Graduated, (10m, 10m, 2m), (null, 5m, 3m));
    private static readonly SteppedPrice Volume =
        Steps(StepMode.Volume, (100m, 2m, 10m), (200m, 1m, 0m), (null, 0.5m, 50m));

    private static readonly PriceModel One = new PriceModel.Flat(1m);

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 12)]
    [InlineData(10, 102)]
    [InlineData(11, 110)]
    [InlineData(12, 115)]
    public void Graduated_steps_add_up_with_the_fee_of_each_step_reached(int quantity, int expected) =>
        Assert.Equal(expected, CostOf(Graduated, quantity));

    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 12)]
    [InlineData(100, 210)]
    [InlineData(101, 101)]
    [InlineData(200, 200)]
    [InlineData(300, 200)]
    public void The_step_reached_prices_the_volume(int quantity, int expected) =>
        Assert.Equal(expected, CostOf(Volume, quantity));

    // Stripe, Lago and OpenMeter bill the flat fee of the first tier where nothing was used.
    [Fact]
    public void The_first_fee_is_not_due_for_nothing_where_the_tariff_says_so() => Assert.Equal(
        0m, (Used(Charge(Graduated)) with { Settings = Settings(("zero-quantity-fee", "none")) }).Cost());

    [Theory]
    [InlineData(121, 0, 1300)]
    [InlineData(121, 10, 1200)]
    [InlineData(120, 0, 1200)]
    [InlineData(5, 10, 0)]
    public void A_started_package_is_a_whole_one(int quantity, int free, int expected) => Assert.Equal(
        expected, CostOf(new PackagePrice(10m, 100m, free, PackageRounding.Up), quantity));

    [Fact]
    public void A_started_package_may_count_for_nothing() =>
        Assert.Equal(1200m, CostOf(new PackagePrice(10m, 100m, 0m, PackageRounding.Down), 129m));

    // Worked by hand: 1 to 5 seats cost 50 together, 6 to 20 cost 150.
    [Theory]
    [InlineData(0, 50)]
    [InlineData(1, 50)]
    [InlineData(5, 50)]
    [InlineData(6, 150)]
    public void A_stairstep_costs_its_price_once(int quantity, int expected) => Assert.Equal(
        expected, CostOf(Steps(StepMode.Stairstep, (5m, 50m, 0m), (20m, 150m, 0m), (null, 300m, 0m)), quantity));

    [Fact]
    public void A_limit_belongs_to_the_upper_step_where_it_is_exclusive() =>
        Assert.Equal(100m, CostOf(Volume with { Limit = TierLimit.Exclusive }, 100m));

    // 50, 100, 250, 400: with 250 free two events and a part of the third are; with three free events the last pays.
    [Theory]
    [InlineData(250, 3, "11.15")]
    [InlineData(250, null, "11.15")]
    [InlineData(null, 3, "7.20")]
    [InlineData(500, 3, "7.20")]
    [InlineData(null, null, "18.40")]
    public void A_percentage_has_a_fixed_part_and_free_amounts_or_events(int? amount, int? events, string expected)
    {
        var price = new PercentagePrice(1.3m, 2m, amount, events, null, null);
        Assert.Equal(decimal.Parse(expected, null), PercentOf(price, 50m, 100m, 250m, 400m));
    }

    // Worked by hand: 1 % of 20, 500 and 9,000 is 0.20, 5.00 and 90.00, at least 1 and at most 10.
    [Fact]
    public void A_percentage_has_bounds_for_each_event() => Assert.Equal(
        1m + 5m + 10m, PercentOf(new PercentagePrice(1m, 0m, null, null, 1m, 10m), 20m, 500m, 9000m));

    [Theory]
    [InlineData(0, "200")]
    [InlineData(1, "200.01")]
    [InlineData(10, "200.10")]
    [InlineData(11, "500.12")]
    [InlineData(12, "500.14")]
    [InlineData(21, "900.33")]
    public void Graduated_percentages_are_steps_of_a_percent(int amount, string expected)
    {
        var steps = Steps(StepMode.Graduated, (10m, 0.01m, 200m), (20m, 0.02m, 300m), (null, 0.03m, 400m));
        Assert.Equal(decimal.Parse(expected, null), CostOf(steps, amount));
    }

    [Fact]
    public void A_matrix_prices_by_the_values_of_its_dimensions_and_holds_what_it_does_not_know()
    {
        var matrix = new MatrixPrice(
            ["region", "size"],
            [new(["eu", "large"], new PriceModel.Flat(3m)), new(["eu", "*"], new PriceModel.Flat(2m))],
            new PriceModel.Flat(1m));
        var events = new[]
        {
            Event("1", "2025-01-02", 10m, null, ("region", "eu"), ("size", "large")),
            Event("2", "2025-01-03", 10m, null, ("region", "eu"), ("size", "small")),
            Event("3", "2025-01-04", 10m, null, ("region", "us"), ("size", "large")),
        };
        Assert.Equal(
            ["use eu/large 10 30.00 EUR", "use eu/* 10 20.00 EUR", "use other 10 10.00 EUR"],
            ContractRating.Rate(Used(Charge(matrix), events)).Short());
        var held = ContractRating.Rate(Used(Charge(matrix with { Otherwise = null }), events));
        Assert.Equal("unpriced-event", Assert.Single(held.Holds).Code);
    }

    // Below 64 no row fits, nor does what is no number; exactly at a limit counts upwards.
    [Theory]
    [InlineData("63.9", "use other 1 1.00 EUR")]
    [InlineData("64", "use eu/64..128 1 3.00 EUR")]
    [InlineData("127.99", "use eu/64..128 1 3.00 EUR")]
    [InlineData("128", "use */128.. 1 4.00 EUR")]
    [InlineData("much", "use other 1 1.00 EUR")]
    [InlineData("", "use other 1 1.00 EUR")]
    public void A_row_may_be_for_numbers_within_limits(string memory, string line)
    {
        var matrix = new MatrixPrice(
            ["region", "memory"],
            [
                new(["eu", "*"], new PriceModel.Flat(3m)) { Ranges = [new MatrixRange("memory", 64m, 128m)] },
                new(["*", "*"], new PriceModel.Flat(4m)) { Ranges = [new MatrixRange("memory", 128m, null)] },
            ],
            One);
        var used = Used(Charge(matrix), Event("1", "2025-01-02", 1m, null, ("region", "eu"), ("memory", memory)));

        Assert.Equal([line], ContractRating.Rate(used).Short());
    }

    [Theory]
    [InlineData("*", "size", "64", "128", "ranges/0/dimension", "unknown-dimension")]
    [InlineData("64", "memory", "64", "128", "values/0", "out-of-range")]
    [InlineData("*", "memory", "64", "64", "ranges/0", "out-of-range")]
    [InlineData("*", "memory", null, null, "ranges/0", "out-of-range")]
    public void A_range_that_makes_no_sense_is_refused(
        string value, string dimension, string? from, string? below, string path, string rule)
    {
        static decimal? Of(string? text) => text is null ? null : decimal.Parse(text, null);
        var row = new MatrixRow([value], One) { Ranges = [new MatrixRange(dimension, Of(from), Of(below))] };

        AssertRefused(row, path, rule);
    }

    [Fact]
    public void A_dimension_has_one_range() => AssertRefused(
        new MatrixRow(["*"], One)
        {
            Ranges = [new MatrixRange("memory", 1m, null), new MatrixRange("memory", null, 9m)],
        },
        "ranges/1",
        "out-of-range");

    [Fact]
    public void More_use_never_costs_less_in_graduated_steps() =>
        Gen.Select(Gen.Int[0, 500], Gen.Int[0, 500]).Sample((less, more) =>
            Assert.True(CostOf(Graduated, less) <= CostOf(Graduated, less + more)));

    private static void AssertRefused(MatrixRow row, string path, string rule)
    {
        var tariff = Tariff(Charge(new MatrixPrice(["memory"], [row], null)));
        var problem = Assert.Single(TariffValidation.ProblemsOf(tariff));

        Assert.Equal(($"versions/0/charges/0/price/rows/0/{path}", rule), (problem.Path, problem.Rule));
    }

    private static decimal CostOf(PriceModel price, decimal quantity) =>
        Used(Charge(price), quantity == 0m ? [] : [Event("1", "2025-01-02", quantity)]).Cost();

    private static decimal PercentOf(PercentagePrice price, params decimal[] amounts) =>
        Used(Charge(price, EventAggregation.Sum, "amount"), Amounts(amounts)).Cost();
}
