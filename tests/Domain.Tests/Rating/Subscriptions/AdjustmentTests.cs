using BillingActors.Domain.Rating.Subscriptions;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Events;
using BillingActors.Domain.Tariffs.Recurring;
using static BillingActors.Domain.Tests.Rating.Events.GivenEvents;
using static BillingActors.Domain.Tests.Rating.Given;
using static BillingActors.Domain.Tests.Rating.Subscriptions.GivenLife;

namespace BillingActors.Domain.Tests.Rating.Subscriptions;

/// <summary>Discounts, one-off charges, commitments and maximums over the life of a contract; worked by hand.</summary>
public sealed class AdjustmentTests
{
    private static readonly EventCharge Usage = Charge(new PriceModel.Flat(1m));

    [Fact]
    public void A_discount_is_for_so_many_bills() => Assert.Equal(
        27m + 27m + 30m,
        Life("2025-01-01", "2025-04-01", 1, [Plan("a", Fee(30m), Percent(10m, 2))]).Total());

    // 50 off a fee of 30: 30 now and, where it is carried, 20 from the next bill.
    [Theory]
    [InlineData(DiscountRemainder.Forfeited, 60)]
    [InlineData(DiscountRemainder.Carried, 40)]
    public void A_fixed_discount_is_used_up_or_lost(DiscountRemainder remainder, int expected) => Assert.Equal(
        expected,
        Life("2025-01-01", "2025-04-01", 1,
            [Plan("a", Fee(30m), new DiscountCharge(
                Head("off"), DiscountKind.Amount, 50m, ChargeSelection.All, 1, remainder, null))]).Total());

    // 10 % and then 5 off: 30 - 3 - 5; in the other order 30 - 5 - 2.50.
    [Fact]
    public void Discounts_are_taken_in_order()
    {
        var five = new DiscountCharge(
            Head("five"), DiscountKind.Amount, 5m, ChargeSelection.All, null, DiscountRemainder.Forfeited, null);
        Assert.Equal(22m, Life("2025-01-01", "2025-02-01", 1, [Plan("a", Fee(30m), Percent(10m, null), five)]).Total());
        Assert.Equal(
            22.50m, Life("2025-01-01", "2025-02-01", 1, [Plan("a", Fee(30m), five, Percent(10m, null))]).Total());
    }

    [Fact]
    public void A_coupon_counts_from_the_bill_after_it_is_redeemed() => Assert.Equal(
        30m + 27m,
        Life("2025-01-01", "2025-03-01", 1, [Plan("a", Fee(30m), Percent(10m, null) with { Coupon = "TEN" })],
            new SubscriptionAction.Coupon(At("2025-01-20"), "TEN")).Total());

    [Fact]
    public void One_off_charges_are_billed_once_at_the_start_on_a_day_or_by_an_event()
    {
        var plan = Plan("a",
            Fee(30m),
            new OneOffCharge(Head("setup"), 100m, 1m, new ChargeOccasion.AtStart()),
            new OneOffCharge(Head("visit"), 20m, 2m, new ChargeOccasion.OnDay(Day("2025-01-15"))),
            new OneOffCharge(Head("accepted"), 500m, 1m, new ChargeOccasion.OnEvent("use")));
        var life = Life("2025-01-01", "2025-04-01", 1, [plan]) with { Events = [Event("1", "2025-02-10")] };
        Assert.Equal(90m + 100m + 40m + 500m, life.Total());
    }

    // 10 % of 100 is held back from each of three bills and released with the third.
    [Fact]
    public void What_is_held_back_is_released_once()
    {
        var retention = new RetentionCharge(
            Head("held"), 10m, ChargeSelection.All, new ChargeOccasion.OnDay(Day("2025-03-01")));
        var bills = Bills(Life("2025-01-01", "2025-05-01", 1, [Plan("a", Fee(100m), retention)]));
        Assert.Equal(
            [90m, 90m, 120m, 100m],
            bills.Select(bill => bill.Rating.Lines.Sum(line => line.Amount.ToDecimal())));
    }

    // 100 a quarter promised: 60 used in the first, 130 in the second.
    [Fact]
    public void A_commitment_is_made_good_at_the_end_of_its_window()
    {
        var commitment = new CommitmentCharge(
            Head("promise"), Quarter, 100m, null, ChargeSelection.All, CommitmentMode.TrueUp);
        var life = Life("2025-01-01", "2025-07-01", 1, [Plan("a", Usage, commitment)]) with
        {
            Events = [Event("1", "2025-02-10", 60m), Event("2", "2025-05-10", 130m)],
        };
        Assert.Equal(60m + 40m + 130m, life.Total());
    }

    // 100 paid in advance for a quarter, 60 and 70 used; the 30 beyond cost half as much again.
    [Fact]
    public void A_prepaid_commitment_is_used_up_and_use_beyond_it_costs_its_factor()
    {
        var commitment = new CommitmentCharge(
            Head("promise"), Quarter, 100m, null, ChargeSelection.All, CommitmentMode.Prepaid, 1.5m);
        var life = Life("2025-01-01", "2025-04-01", 1, [Plan("a", Usage, commitment)]) with
        {
            Events = [Event("1", "2025-01-10", 60m), Event("2", "2025-02-10", 70m)],
        };
        Assert.Equal(100m + 45m, life.Total());
    }

    // Beyond a promise of 100 in a quarter the factor is on what is beyond alone: 130 + 30 x 0.5.
    [Theory]
    [InlineData(60, 100)]
    [InlineData(100, 100)]
    [InlineData(130, 145)]
    public void Use_beyond_a_commitment_that_is_made_good_costs_its_factor_too(decimal used, decimal expected)
    {
        var commitment = new CommitmentCharge(
            Head("promise"), Quarter, 100m, null, ChargeSelection.All, CommitmentMode.TrueUp, 1.5m);
        var life = Life("2025-01-01", "2025-04-01", 1, [Plan("a", Usage, commitment)]) with
        {
            Events = [Event("1", "2025-01-10", 50m), Event("2", "2025-02-10", used - 50m)],
        };
        Assert.Equal(expected, life.Total());
    }

    [Fact]
    public void A_maximum_caps_its_window()
    {
        var maximum = new MaximumCharge(Head("cap"), Month, 50m, new(["use"], []));
        var life = Life("2025-01-01", "2025-03-01", 1, [Plan("a", Fee(30m), Usage, maximum)]) with
        {
            Events = [Event("1", "2025-01-10", 80m), Event("2", "2025-02-10", 20m)],
        };
        Assert.Equal(60m + 50m + 20m, life.Total());
    }

    // Late use of a month that was made good lowers what was made good.
    [Fact]
    public void Late_use_corrects_a_commitment_that_was_made_good()
    {
        var commitment = new CommitmentCharge(
            Head("promise"), Month, 100m, null, ChargeSelection.All, CommitmentMode.TrueUp);
        var life = Life("2025-01-01", "2025-03-01", 1, [Plan("a", Usage, commitment)]);
        var first = SubscriptionBilling.BillOn(
            life with { Events = [Event("1", "2025-01-10", 60m)] }, Day("2025-02-01"));
        var second = SubscriptionBilling.BillOn(
            life with
            {
                Events = [Event("1", "2025-01-10", 60m), Event("2", "2025-01-12", 30m), Event("3", "2025-02-10", 100m)],
                State = first.Rating.State,
            },
            Day("2025-03-01"));
        Assert.Equal(10_000L, first.Rating.Lines.Sum(line => line.Amount.Minor));
        Assert.Equal(3_000L + 10_000L - 3_000L, second.Rating.Lines.Sum(line => line.Amount.Minor));
    }

    private static DiscountCharge Percent(decimal percent, int? bills) => new(
        Head("off"), DiscountKind.Percent, percent, ChargeSelection.All, bills, DiscountRemainder.Forfeited, null);
}
