using System.Globalization;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.Events;
using BillingActors.Domain.Rating.Events.Levels;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Events;
using BillingActors.Domain.Tariffs.QuantityPrices;
using BillingActors.Domain.Tariffs.Settings;
using static BillingActors.Domain.Tests.Rating.Events.GivenEvents;
using static BillingActors.Domain.Tests.Rating.Given;
using static BillingActors.Domain.Tests.Rating.Subscriptions.GivenLife;

namespace BillingActors.Domain.Tests.Rating.Published;

/// <summary>Amounts that the tests of Lago, a usage biller, expect of its prices (services/charge_models).</summary>
public sealed class LagoPriceTests
{
    private static readonly SteppedPrice Graduated =
        Steps(StepMode.Graduated, (10m, 10m, 2m), (20m, 5m, 3m), (null, 5m, 3m));

    private static readonly SteppedPrice Adjacent =
        Steps(StepMode.Graduated, (0.1m, 10m, 0m), (1m, 5m, 0m), (null, 2m, 0m));

    private static readonly SteppedPrice Volume =
        Steps(StepMode.Volume, (100m, 2m, 10m), (200m, 1m, 0m), (null, 0.5m, 50m));

    private static readonly SteppedPrice Prorated = Steps(StepMode.Graduated, (5m, 10m, 100m), (null, 5m, 50m));

    private static readonly SteppedPrice ThreeRanges =
        Steps(StepMode.Graduated, (5m, 10m, 100m), (15m, 5m, 50m), (null, 2m, 0m));

    [Theory]
    [InlineData("0", "2")]
    [InlineData("1", "12")]
    [InlineData("10", "102")]
    [InlineData("11", "110")]
    [InlineData("12", "115")]
    [InlineData("21", "163")]
    public void Graduated_ranges(string quantity, string amount) =>
        Assert.Equal(Number(amount), Cost(Graduated, quantity));

    [Theory]
    [InlineData("0.05", "0.5")]
    [InlineData("0.5", "3")]
    public void Adjacent_ranges(string quantity, string amount) =>
        Assert.Equal(Number(amount), Cost(Adjacent, quantity));

    [Theory]
    [InlineData("0", "10")]
    [InlineData("1", "12")]
    [InlineData("100", "210")]
    [InlineData("100.5", "100.5")]
    [InlineData("101", "101")]
    [InlineData("200", "200")]
    [InlineData("210", "155")]
    [InlineData("300", "200")]
    public void Volume_ranges(string quantity, string amount) => Assert.Equal(Number(amount), Cost(Volume, quantity));

    [Theory]
    [InlineData("0", "200")]
    [InlineData("1", "200.01")]
    [InlineData("10", "200.1")]
    [InlineData("11", "500.12")]
    [InlineData("12", "500.14")]
    [InlineData("21", "900.33")]
    public void Graduated_percentages(string quantity, string amount) => Assert.Equal(
        Number(amount),
        Cost(Steps(StepMode.Graduated, (10m, 0.01m, 200m), (20m, 0.02m, 300m), (null, 0.03m, 400m)), quantity));

    [Theory]
    [InlineData("0", "0")]
    [InlineData("121", "1300")]
    [InlineData("120", "1200")]
    public void Packages(string quantity, string amount) =>
        Assert.Equal(Number(amount), Cost(new PackagePrice(10m, 100m, 0m, PackageRounding.Up), quantity));

    // 10, 80 and 10,000 at 2.99 % for each transaction, at least 1.75 and at most 12.
    [Theory]
    [InlineData("0", null, null, "16.142")]
    [InlineData("2", null, null, "18.691")]
    [InlineData("0", 2, null, "12")]
    [InlineData("0", null, 30, "13.794")]
    [InlineData("0", 3, 10_000, "2.691")]
    public void Percentages_within_bounds(string each, int? events, int? amount, string expected)
    {
        var price = new PercentagePrice(2.99m, Number(each), amount, events, 1.75m, 12m);
        var charge = Charge(price, EventAggregation.Sum, "amount");
        Assert.Equal(Number(expected), Used(charge, Amounts(10m, 80m, 10_000m)).Cost());
    }

    // Whole quantities decide the range, what is counted of them is priced; the flat amounts are those of the most.
    [Theory]
    [InlineData("5 5 10 -6", "3.5 2.66667 2 -2.2", "197.33")]
    [InlineData("2 5 10 -6", "1.4 2.66667 2 -2.2", "184.33")]
    [InlineData("1 4 1 -5 -1", "0.7097 1.54839 0.2258 -0.80645 -0.0645", "165.81")]
    [InlineData("5 -2", "3.5 -1", "125")]
    [InlineData("4 2 -3", "2.8 1 -0.6", "180.5")]
    [InlineData("5 2 -4 10", "3.5 1 -1.6 2", "190")]
    [InlineData("1", "0.7", "107")]
    [InlineData("", "", "100")]
    public void Prorated_ranges(string whole, string counted, string amount) =>
        Assert.Equal(Number(amount), Rounded(Prorated, whole, counted));

    [Theory]
    [InlineData("2 5 10 -6 4 60", "1.4 2.5 2 -2.2 0.667 2", "191.34")]
    [InlineData("75", "75", "370")]
    public void Prorated_over_three_ranges(string whole, string counted, string amount) =>
        Assert.Equal(Number(amount), Rounded(ThreeRanges, whole, counted));

    [Fact]
    public void Prorated_volume_is_in_the_range_of_the_whole() =>
        Assert.Equal(149.3m, Rounded(Volume, "300", "198.6"));

    [Theory]
    [InlineData(EventAggregation.Unique, 1)]
    [InlineData(EventAggregation.RunningUnique, 2)]
    public void A_value_that_is_removed_does_not_count(EventAggregation aggregation, int expected) => Assert.Equal(
        expected,
        Used(Charge(new PriceModel.Flat(1m), aggregation, "user"),
            User("0", "2024-12-10", "dora"),
            User("1", "2025-01-02", "anna"),
            User("2", "2025-01-03", "anna"),
            User("3", "2025-01-04", "bert"),
            User("4", "2025-01-05", "bert", "remove"),
            User("5", "2025-01-06", "carl", "remove")).Cost());

    // From the 16th 16 of 31 days; from the 2nd to the 11th, which counts, 10; all 31 for who was there before.
    [Fact]
    public void Values_count_for_the_days_they_are_there() => Assert.Equal(
        31m + 16m + 10m,
        Used(Charge(new PriceModel.Flat(31m), EventAggregation.ProratedUnique, "user"),
            User("0", "2024-12-10", "dora"),
            User("1", "2025-01-16", "anna"),
            User("2", "2025-01-02", "bert"),
            User("3", "2025-01-11", "bert", "remove")).Cost(), 6);

    [Fact]
    public void Values_go_on_in_the_next_period_without_their_events()
    {
        var january = Used(Charge(new PriceModel.Flat(31m), EventAggregation.ProratedUnique, "user"),
            User("1", "2025-01-16", "anna"), User("2", "2025-01-17", "bert"));
        var state = ContractRating.Rate(january).State;
        Assert.DoesNotContain("anna", string.Join(' ', state.Counters.Select(counter => counter.Key)));
        var february = Days("2025-02-01", "2025-03-01");
        var next = january with
        {
            Cycle = february,
            Service = february,
            State = state,
            Events = [User("3", "2025-02-14", "bert", "remove")],
        };
        Assert.Equal(31m + 15.5m, next.Cost(), 6);
    }

    // 2,500 from the day a subscription starts inside its month: 27 of 31 days of it.
    [Theory]
    [InlineData(EventAggregation.WeightedSum, "period", "2177.419354838710")]
    [InlineData(EventAggregation.WeightedSum, "part", "2500")]
    [InlineData(EventAggregation.ProratedSum, "period", "2177.419354838710")]
    [InlineData(EventAggregation.ProratedSum, "part", "2500")]
    public void A_first_part_of_a_month_counts_as_such(EventAggregation aggregation, string setting, string cost)
    {
        var start = Day("2025-01-05").AtStartOfDayInZone(Berlin).ToInstant();
        var request = Used(
            Charge(new PriceModel.Flat(1m), aggregation), Event("1", "2025-01-05", 2500m) with { At = start });

        Assert.Equal(Number(cost), (request with
        {
            Service = Days("2025-01-05", "2025-02-01"),
            Settings = RatingSettings.Default.With("partial-use", setting, out _)!,
        }).Cost());
    }

    private static UsageEvent User(string id, string on, string user, string operation = "add") =>
        Event(id, on, null, null, ("user", user), ("operation_type", operation));

    private static decimal Cost(PriceModel price, string quantity) =>
        Used(Charge(price), quantity == "0" ? [] : [Event("1", "2025-01-02", Number(quantity))]).Cost();

    private static decimal Rounded(SteppedPrice price, string whole, string counted)
    {
        var (wholes, parts) = (Numbers(whole), Numbers(counted));
        var partial = wholes.Select((value, index) => new PartialQuantity(value, parts[index])).ToList();
        var exact = PartialPricing.PartsOf(price, partial, Settings()).Sum(part => part.Amount);
        return Math.Round(exact, 2, MidpointRounding.AwayFromZero);
    }

    private static decimal[] Numbers(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number)];

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
