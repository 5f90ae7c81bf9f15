using BillingActors.Domain.Rating.Subscriptions;
using BillingActors.Domain.Tariffs.QuantityPrices;
using BillingActors.Domain.Tariffs.Recurring;
using static BillingActors.Domain.Tests.Rating.Given;
using static BillingActors.Domain.Tests.Rating.Subscriptions.GivenLife;

namespace BillingActors.Domain.Tests.Rating.Subscriptions;

/// <summary>Quantities paid in advance of which the highest of a period counts; numbers by hand.</summary>
public sealed class HighestQuantityTests
{
    [Fact]
    public void A_rise_is_billed_whole_and_a_fall_gives_nothing_back() => Assert.Equal(
        [
            "2025-04-01: seats 2025-04-01..2025-05-01 100.00",
            "2025-04-16: seats 2025-04-16..2025-05-01 50.00",
            "2025-05-01: seats 2025-05-01..2025-06-01 120.00",
        ],
        Seated("2025-05-02", Quantity("2025-04-11", 5m), Quantity("2025-04-16", 15m), Quantity("2025-04-21", 12m))
            .Short());

    // A rise that is planned changes nothing of the bill before it.
    [Fact]
    public void A_bill_before_a_planned_rise_is_whole() => Assert.Equal(
        100m,
        Seated("2025-04-02", Quantity("2025-04-16", 15m) with { Announced = Day("2025-04-01") }).Total());

    // 10 to 15 in steps: ten at 10 with a fee of 3, then five at 8 with one of 2.
    [Fact]
    public void A_rise_costs_what_the_higher_quantity_costs_more()
    {
        var steps = Steps(StepMode.Graduated, (10m, 10m, 3m), (null, 8m, 2m));
        var life = Seated("2025-04-30", Quantity("2025-04-16", 15m), Seats(0m) with { Price = steps });

        Assert.Equal(
            [
                "2025-04-01: seats 2025-04-01..2025-05-01 100.00",
                "2025-04-01: seats 2025-04-01..2025-05-01 3.00",
                "2025-04-16: seats 2025-04-16..2025-05-01 42.00",
            ],
            life.Short());
    }

    // Ended on the 21st: a third of the month is given back of the ten and of the five.
    [Fact]
    public void An_end_gives_back_the_time_of_all_that_was_paid() => Assert.Equal(
        100m + 50m - 33.33m - 16.67m,
        Seated("2025-05-01", Quantity("2025-04-16", 15m), Cancel("2025-04-21")).Total());

    // A pause gives back a third; what follows it begins anew with the quantity it has.
    [Fact]
    public void What_a_pause_gave_back_begins_anew() => Assert.Equal(
        100m + 50m - 33.33m - 16.67m + (15m * 10m / 6m),
        Seated("2025-04-30", Quantity("2025-04-16", 15m), Pause("2025-04-21"), Resume("2025-04-26")).Total());

    // In arrears each quantity counts by its days all the same.
    [Fact]
    public void In_arrears_nothing_changes() => Assert.Equal(
        125m, Seated("2025-05-01", Quantity("2025-04-16", 15m), Seats(10m, inAdvance: false)).Total());

    // What is told late moves a rise: it was paid whole and stays so.
    [Fact]
    public void A_rise_that_began_earlier_costs_no_more() => Assert.Equal(
        100m + 50m,
        Seated(
            "2025-04-30",
            Quantity("2025-04-16", 15m),
            Quantity("2025-04-11", 15m) with { Announced = Day("2025-04-20") }).Total());

    private static SubscriptionRequest Seated(string until, params SubscriptionAction[] actions) =>
        Seated(until, actions, Seats(10m));

    private static SubscriptionRequest Seated(string until, SubscriptionAction action, SubscriptionCharge charge) =>
        Seated(until, [action], charge);

    private static SubscriptionRequest Seated(string until, SubscriptionAction[] actions, SubscriptionCharge charge)
    {
        var life = Life("2025-04-01", until, 1, [Plan("a", charge)], actions);
        return (life with { Life = life.Life with { Quantity = 10m } }).Set(("quantity-change", "highest"));
    }
}
