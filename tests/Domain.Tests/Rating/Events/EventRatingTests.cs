using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.Events;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Events;
using BillingActors.Domain.Tariffs.QuantityPrices;
using CsCheck;
using static BillingActors.Domain.Tests.Rating.Events.GivenEvents;
using static BillingActors.Domain.Tests.Rating.Given;
using static BillingActors.Domain.Tests.Rating.Subscriptions.GivenLife;

namespace BillingActors.Domain.Tests.Rating.Events;

/// <summary>How events add up, and how what comes late is billed.</summary>
public sealed class EventRatingTests
{
    private static readonly PriceModel One = new PriceModel.Flat(1m);
    private static readonly SteppedPrice Tiered = Steps(StepMode.Graduated, (10m, 1m, 0m), (null, 0.5m, 0m));

    private static readonly UsageEvent[] Three =
    [
        Event("1", "2025-01-02", 3m, null, ("user", "a")),
        Event("2", "2025-01-10", 7m, null, ("user", "b")),
        Event("3", "2025-01-20", 5m, null, ("user", "a")),
    ];

    [Theory]
    [InlineData(EventAggregation.Count, "quantity", 3)]
    [InlineData(EventAggregation.Sum, "quantity", 15)]
    [InlineData(EventAggregation.Max, "quantity", 7)]
    [InlineData(EventAggregation.Min, "quantity", 3)]
    [InlineData(EventAggregation.Average, "quantity", 5)]
    [InlineData(EventAggregation.Latest, "quantity", 5)]
    [InlineData(EventAggregation.Unique, "user", 2)]
    public void Events_become_one_quantity(EventAggregation aggregation, string field, int expected) =>
        Assert.Equal(expected, Used(Charge(One, aggregation, field), Three).Cost());

    // 31 for 15 of 31 days, and nothing at the end: all of it is in the first step, whose fee is due for nothing too.
    [Fact]
    public void What_is_there_for_some_days_only_has_the_first_step()
    {
        var charge = Charge(
            Steps(StepMode.Graduated, (5m, 0.1m, 10m), (null, 2m, 20m)), EventAggregation.ProratedSum);
        var request = Used(charge, Event("1", "2025-01-01", 31m), Event("2", "2025-01-16", -31m));

        Assert.Equal(11.5m, Under(request, "prorated-steps", "last").Cost());
    }

    // A fee of 10 is due where nothing is used, and not below that.
    [Theory]
    [InlineData("credited", 0, "10")]
    [InlineData("nothing", 0, "10")]
    [InlineData("nothing", -3, "0")]
    [InlineData("nothing", 3, "13")]
    public void Below_zero_nothing_is_due_where_the_setting_says_so(string rule, int use, string cost) => Assert.Equal(
        decimal.Parse(cost, System.Globalization.CultureInfo.InvariantCulture),
        Under(
            Used(Charge(Steps(StepMode.Graduated, (null, 1m, 10m))), use == 0 ? [] : [Event("1", "2025-01-05", use)]),
            "negative-use", rule).Cost());

    [Fact]
    public void Taking_back_all_that_was_billed_leaves_nothing() =>
        Gen.Select(Gen.Int[-50, 900].Array[1, 20], Gen.Int[0, 3], Gen.Int[1, 9999]).Sample((units, kind, price) =>
        {
            PriceModel model = kind switch
            {
                0 => new PriceModel.Flat(price / 1000m),
                1 => Tiered,
                2 => new PackagePrice(7m, price / 100m, 3m, PackageRounding.Up),
                _ => Steps(StepMode.Volume, (40m, price / 100m, 1.5m), (null, price / 300m, 0m)),
            };
            var events = units.Select((unit, i) => Event($"{i}", $"2025-01-{i + 1:00}", unit / 10m));
            var billed = ContractRating.Rate(Used(Charge(model), events));
            var credited = ContractRating.Rate(Used(Charge(model)) with { State = billed.State });

            Assert.Equal(
                CostOfNothing(model), billed.Lines.Concat(credited.Lines).Sum(line => line.Amount.Minor));
        });

    // A level of 31 from the 16th on is 16; in February, which no event touches, it is 31 at the price of its row.
    [Fact]
    public void A_level_of_a_row_goes_on_where_nothing_happens()
    {
        var matrix = new MatrixPrice(["user"], [new MatrixRow(["a"], new PriceModel.Flat(2m))], One);
        var charge = Charge(matrix, EventAggregation.ProratedSum);
        var january = Used(charge, Event("1", "2025-01-16", 31m, null, ("user", "a")));
        var result = ContractRating.Rate(january);
        var days = Days("2025-02-01", "2025-03-01");
        var february = Used(charge) with { Cycle = days, Service = days, State = result.State };

        Assert.Equal(32m, result.Lines.Sum(line => line.ExactAmount));
        Assert.Equal(62m, february.Cost());
    }

    [Fact]
    public void A_count_does_not_go_on_with_the_levels_of_the_charge_before_it()
    {
        // Until the 16th levels by user; then all events are counted, and the users are no lines any more.
        var levels = Charge(One, EventAggregation.ProratedSum) with { GroupBy = ["user"] };
        var count = Charge(One, EventAggregation.Count);
        var tariff = Tariff(Version(1, "2024-01-01", levels), Version(2, "2025-01-16", count));

        var result = ContractRating.Rate(Rated(tariff, January) with { Events = [.. Three] });

        Assert.Equal(["a", "b", null], result.Lines.Select(line => line.Tier));
    }

    // 31 units from the 16th (16 days of 31): 16; a level goes on into the next month.
    [Fact]
    public void A_sum_is_prorated_from_the_day_of_the_event_and_full_in_the_next_period()
    {
        var january = Used(Charge(One, EventAggregation.ProratedSum), Event("1", "2025-01-16", 31m));
        var result = ContractRating.Rate(january);
        Assert.Equal(1600L, Assert.Single(result.Lines).Amount.Minor);
        var february = Days("2025-02-01", "2025-03-01");
        var next = january with { Cycle = february, Service = february, State = result.State, Events = [] };
        Assert.Equal(31m, next.Cost());
    }

    // A level of 10 from the first hour of the 2nd and 20 more for the last half of the month.
    [Fact]
    public void A_level_is_weighted_by_how_long_it_lasts()
    {
        var start = January.From.AtStartOfDayInZone(Berlin).ToInstant();
        var half = start + NodaTime.Duration.FromDays(15) + NodaTime.Duration.FromHours(12);
        var charge = Charge(One, EventAggregation.WeightedSum);
        var (first, second) = (Event("1", "2025-01-02", 10m), Event("2", "2025-01-02", 20m));
        Assert.Equal(20m, Used(charge, first with { At = start }, second with { At = half }).Cost());
    }

    [Fact]
    public void Filters_and_groups_part_the_events()
    {
        var charge = Charge(Tiered) with { Filters = [new("user", ["b"], true)] };
        Assert.Equal(8m, Used(charge, Three).Cost());
        Assert.Equal(
            ["use a: 1 8 8.00 EUR", "use b: 1 7 7.00 EUR"],
            ContractRating.Rate(Used(Charge(Tiered) with { GroupBy = ["user"] }, Three)).Short());
    }

    [Fact]
    public void Each_event_costs_what_it_adds() => Assert.Equal(
        ["use 1 3 3.00 EUR", "use 2 7 7.00 EUR", "use 3 5 2.50 EUR"],
        ContractRating.Rate(Used(Charge(Tiered, billing: EventBilling.PerEvent), Three)).Short());

    [Fact]
    public void The_same_event_twice_counts_once_and_two_that_differ_are_held()
    {
        Assert.Equal(15m, Used(Charge(One), [.. Three, Three[0]]).Cost());
        var held = ContractRating.Rate(Used(Charge(One), [.. Three, Three[0] with { Quantity = 4m }]));
        Assert.Equal("doubtful-event", Assert.Single(held.Holds).Code);
    }

    // A comma is no point, and nothing to be skipped: fifteen would be billed where one and a half was meant.
    [Fact]
    public void A_number_with_a_comma_is_no_number() => Assert.Equal(
        "doubtful-event",
        Assert.Single(ContractRating.Rate(Used(
            Charge(One) with { Field = "size" },
            Event("1", "2025-01-02", null, null, ("size", "1,5")))).Holds).Code);

    [Fact]
    public void An_event_without_the_field_is_held() => Assert.Equal(
        "doubtful-event",
        Assert.Single(ContractRating.Rate(Used(Charge(One), Event("1", "2025-01-02"))).Holds).Code);

    // Billed: 15 units = 10 + 2.50. With 5 more: 2.50 more, as a line of the period and the second tier.
    [Fact]
    public void Late_use_bills_the_difference_and_a_decrease_is_credited()
    {
        var first = ContractRating.Rate(Used(Charge(Tiered), Three));
        var late = ContractRating.Rate(
            Used(Charge(Tiered), [.. Three, Event("4", "2025-01-25", 5m)]) with { State = first.State });
        Assert.Equal(["use 2 5 2.50 EUR"], late.Short());
        var less = ContractRating.Rate(Used(Charge(Tiered), Three[0]) with { State = late.State });
        Assert.Equal(["use 1 -7 -7.00 EUR", "use 2 -10 -5.00 EUR"], less.Short());
    }

    [Fact]
    public void After_any_corrections_the_sum_billed_is_the_rating_of_the_last_data() =>
        Gen.Select(Gen.Int[0, 400].Array[1, 8].Array[1, 6], Gen.Bool).Sample((versions, isEach) =>
        {
            var charge = Charge(Tiered, billing: isEach ? EventBilling.PerEvent : EventBilling.PerPeriod);
            var (state, billed) = (RatingState.Empty, 0L);
            foreach (var quantities in versions)
            {
                var result = ContractRating.Rate(Used(charge, Of(quantities)) with { State = state });
                billed += result.Lines.Sum(line => line.Amount.Minor);
                state = result.State;
            }
            var last = ContractRating.Rate(Used(charge, Of(versions[^1])));
            Assert.Equal(last.Lines.Sum(line => line.Amount.Minor), billed);
        });

    [Fact]
    public void The_order_of_events_does_not_matter() =>
        Gen.Int[1, 40].Array[2, 12].Sample(quantities =>
        {
            var events = Of(quantities).ToArray();
            var forward = ContractRating.Rate(Used(Charge(Tiered), events));
            var backward = ContractRating.Rate(Used(Charge(Tiered), events.Reverse()));
            Assert.Equal(forward.Lines.AsEnumerable(), backward.Lines.AsEnumerable());
        });

    private static RatingRequest Under(RatingRequest request, string setting, string value) => request with
    {
        Settings = request.Settings.With(setting, value, out _)!,
    };

    private static IEnumerable<UsageEvent> Of(int[] quantities) =>
        quantities.Select((quantity, i) => Event($"E{i}", $"2025-01-{i + 2:00}", quantity / 7m));

    private static long CostOfNothing(PriceModel model) =>
        ContractRating.Rate(Used(Charge(model))).Lines.Sum(line => line.Amount.Minor);
}
