using BillingActors.Domain.Rating.Subscriptions;
using BillingActors.Domain.Tariffs;
using static BillingActors.Domain.Tests.Rating.Given;
using static BillingActors.Domain.Tests.Rating.Subscriptions.GivenLife;

namespace BillingActors.Domain.Tests.Rating.Subscriptions;

/// <summary>Bills of subscriptions, one example for each rule; numbers by hand or from published cases.</summary>
public sealed class SubscriptionBillingTests
{
    [Fact]
    public void Full_periods_cost_the_full_price_however_long_they_are() => Assert.Equal(
        [
            "2025-01-31: fee 2025-01-31..2025-02-28 30.00",
            "2025-02-28: fee 2025-02-28..2025-03-31 30.00",
            "2025-03-31: fee 2025-03-31..2025-04-30 30.00",
        ],
        Life("2025-01-31", "2025-04-30", 31, [Plan("a", Fee(30m))]).Short());

    // Kill Bill, double proration: 14/31 before the first billing day, a full month, 12/28 until the cancellation.
    [Fact]
    public void A_first_part_a_month_and_a_last_part_are_14_31ths_one_and_12_28ths()
    {
        var life = Life("2011-01-01", "2011-03-08", 15, [Plan("a", Fee(100m))], Cancel("2011-02-27"));
        Assert.Equal(
            [
                "2011-01-01: fee 2011-01-01..2011-01-15 45.16",
                "2011-01-15: fee 2011-01-15..2011-02-15 100.00",
                "2011-02-15: fee 2011-02-15..2011-03-15 100.00",
                "2011-02-27: fee 2011-02-27..2011-03-15 -57.14",
            ],
            life.Short());
    }

    // SpinTel: 20 of 30 days of a month that is joined on the 10th. Only a start inside a period leaves out its day.
    [Theory]
    [InlineData("2025-04-10", "2025-04-30", "2025-04-10: fee 2025-04-11..2025-05-01 20.00")]
    [InlineData("2025-04-01", "2025-04-30", "2025-04-01: fee 2025-04-01..2025-05-01 30.00")]
    [InlineData("2025-04-30", "2025-05-02", "2025-05-01: fee 2025-05-01..2025-06-01 30.00")]
    public void The_first_day_of_a_part_may_be_left_out(string start, string until, string bill) => Assert.Equal(
        [bill], Life(start, until, 1, [Plan("a", Fee(30m))]).Set(("first-day", "exclusive")).Short());

    // A change on the 16th has its day all the same: 15/30 of 30 are given back, and 15/30 of 60 are charged.
    [Fact]
    public void Only_the_day_of_the_start_is_left_out() => Assert.Equal(
        20m - 15m + 30m,
        Life("2025-04-10", "2025-04-30", 1, [Plan("a", Fee(30m)), Plan("b", Fee(60m))], Change("2025-04-16", "b"))
            .Set(("first-day", "exclusive")).Total());

    // Kill Bill, annual: 14/365 before 15 January 2011, then a year, then 12/366 of the year to 15 January 2013.
    [Fact]
    public void Parts_of_years_are_365ths_and_366ths() => Assert.Equal(
        38.36m + 1000m + 1000m - 967.21m,
        Life("2011-01-01", "2012-03-08", 15, [Plan("a", Fee(1000m, Year))], Cancel("2012-01-27")).Total());

    // Lago, upgrade in arrears on 15 January from 100 to 200: 14/31 of 100 at once, 17/31 of 200 at the end.
    [Fact]
    public void A_change_in_arrears_bills_the_old_part_on_its_day() => Assert.Equal(
        [
            "2025-01-15: fee 2025-01-01..2025-01-15 45.16",
            "2025-02-01: fee 2025-01-15..2025-02-01 109.68",
        ],
        Life("2025-01-01", "2025-02-01", 1,
            [Plan("a", Fee(100m, inAdvance: false)), Plan("b", Fee(200m, inAdvance: false))],
            Change("2025-01-15", "b")).Short());

    // Stripe, 10 to 20 half way through 30 days: -5 for unused time and 10 for the rest.
    [Fact]
    public void A_change_in_advance_credits_unused_time_and_charges_the_rest() => Assert.Equal(
        [
            "2025-04-01: fee 2025-04-01..2025-05-01 10.00",
            "2025-04-16: fee 2025-04-16..2025-05-01 -5.00",
            "2025-04-16: fee 2025-04-16..2025-05-01 10.00",
        ],
        Life("2025-04-01", "2025-05-01", 1, [Plan("a", Fee(10m)), Plan("b", Fee(20m))], Change("2025-04-16", "b"))
            .Short());

    // The same change after 10 days and 12 hours of 30 days: 19.5/30 of 10 and of 20.
    [Fact]
    public void Seconds_count_where_the_contract_says_so() => Assert.Equal(
        10m - 6.50m + 13m,
        Life("2025-04-01", "2025-05-01", 1, [Plan("a", Fee(10m)), Plan("b", Fee(20m))],
            Change("2025-04-11T12:00:00", "b"))
            .Set(("part-count", "seconds")).Total());

    [Fact]
    public void Two_changes_on_one_day_leave_nothing_of_the_first() => Assert.Equal(
        10m - 5m + 15m,
        Life("2025-04-01", "2025-05-01", 1, [Plan("a", Fee(10m)), Plan("b", Fee(20m)), Plan("c", Fee(30m))],
            Change("2025-04-16", "b"), Change("2025-04-16", "c")).Total());

    // 3 seats at 10; 5 from 11 April (20 days left), 2 from 21 April (10 days left).
    [Fact]
    public void A_quantity_changes_as_often_as_it_likes() => Assert.Equal(
        [
            "2025-04-01: seats 2025-04-01..2025-05-01 30.00",
            "2025-04-11: seats 2025-04-11..2025-05-01 -20.00",
            "2025-04-11: seats 2025-04-11..2025-05-01 33.33",
            "2025-04-21: seats 2025-04-21..2025-05-01 -16.67",
            "2025-04-21: seats 2025-04-21..2025-05-01 6.67",
        ],
        Seated("2025-05-01", 3m, Quantity("2025-04-11", 5m), Quantity("2025-04-21", 2m)).Short());

    [Fact]
    public void A_pause_credits_the_rest_and_a_resumption_charges_it() => Assert.Equal(
        [
            "2025-04-01: fee 2025-04-01..2025-05-01 30.00",
            "2025-04-11: fee 2025-04-11..2025-05-01 -20.00",
            "2025-04-21: fee 2025-04-21..2025-05-01 10.00",
        ],
        Life("2025-04-01", "2025-05-01", 1, [Plan("a", Fee(30m))], Pause("2025-04-11"), Resume("2025-04-21")).Short());

    [Fact]
    public void A_pause_without_credit_keeps_what_was_paid_and_bills_no_further_period() => Assert.Equal(
        [
            "2025-04-01: fee 2025-04-01..2025-05-01 30.00",
            "2025-06-16: fee 2025-06-16..2025-07-01 15.00",
        ],
        Life("2025-04-01", "2025-07-01", 1, [Plan("a", Fee(30m))], Pause("2025-04-11"), Resume("2025-06-16"))
            .Set(("pause-credit", "none")).Short());

    // Billing day 1 moves to 15 on 10 May: 22 of 31 days are given back, 5 of the 30 days to 15 May are charged.
    [Fact]
    public void A_billing_day_move_cuts_the_period() => Assert.Equal(
        [
            "2025-05-01: fee 2025-05-01..2025-06-01 31.00",
            "2025-05-10: fee 2025-05-10..2025-06-01 -22.00",
            "2025-05-10: fee 2025-05-10..2025-05-15 5.17",
            "2025-05-15: fee 2025-05-15..2025-06-15 31.00",
        ],
        Life("2025-05-01", "2025-06-15", 1, [Plan("a", Fee(31m))], Move("2025-05-10", 15)).Short());

    [Fact]
    public void A_cancellation_gives_credit_or_none_or_waits_for_the_end()
    {
        var life = Life("2025-04-01", "2025-07-01", 1, [Plan("a", Fee(30m))], Cancel("2025-04-11"));
        Assert.Equal(10m, life.Total());
        Assert.Equal(30m, life.Set(("cancel-credit", "none")).Total());
        Assert.Equal(30m, life.Set(("cancel-at", "period-end")).Total());
        Assert.Equal(11m, life.Set(("last-day", "inclusive")).Total());
    }

    [Fact]
    public void A_trial_is_free_and_periods_begin_when_it_ends() => Assert.Equal(
        ["2025-04-15: fee 2025-04-15..2025-05-15 30.00"],
        Life("2025-04-01", "2025-05-15", null, [Plan("a", Fee(30m))]).Set(("trial-days", "14")).Short());

    [Fact]
    public void A_minimum_term_is_kept_billed_at_once_or_let_go()
    {
        var life = Life("2025-01-01", "2025-12-01", 1, [Plan("a", Fee(30m))], Cancel("2025-02-01"))
            .Set(("minimum-term-months", "6"));
        Assert.Equal(180m, life.Total());
        var remainder = life.Set(("minimum-term-months", "6"), ("early-cancel", "remainder"));
        Assert.Equal(180m, remainder.Total());
        Assert.Equal("2025-02-01", Bills(remainder)[^1].IssuedOn.ToString("uuuu-MM-dd", null));
        Assert.Equal(30m, life.Set(("minimum-term-months", "6"), ("early-cancel", "free")).Total());
    }

    // Zuora's table: 27 to 31 January is 5/31, 5/30 or 4/30.
    [Theory]
    [InlineData("days", "period", 5, 31)]
    [InlineData("days", "30", 5, 30)]
    [InlineData("thirty-day-month", "period", 4, 30)]
    [InlineData("days", "31", 5, 31)]
    public void The_divisor_of_a_part_is_a_setting(string count, string divisor, int part, int whole) => Assert.Equal(
        decimal.Round(100m * part / whole, 2, MidpointRounding.AwayFromZero),
        Life("2021-01-27", "2021-02-01", 1, [Plan("a", Fee(100m))])
            .Set(("part-count", count), ("part-divisor", divisor)).Total());

    [Theory]
    [InlineData("prorated", 17)]
    [InlineData("whole", 31)]
    [InlineData("free", 0)]
    public void The_first_part_is_a_share_or_whole_or_free(string first, int expected) => Assert.Equal(
        expected, Life("2025-01-15", "2025-02-01", 1, [Plan("a", Fee(31m))]).Set(("first-part", first)).Total());

    [Fact]
    public void A_new_price_counts_from_the_next_period_or_from_its_day()
    {
        var plan = Plan("a", Version(1, "2020-01-01", Fee(30m)), Version(2, "2025-04-16", Fee(60m)));
        var life = Life("2025-04-01", "2025-06-01", 1, [plan]);
        Assert.Equal(90m, life.Total());
        Assert.Equal(15m + 30m + 60m, life.Set(("price-change", "split")).Total());
        Assert.Equal(60m, life.Set(("existing-customers", "never")).Total());
    }

    [Fact]
    public void Existing_customers_have_a_day_of_their_own()
    {
        var plan = Plan("a", Version(1, "2020-01-01", Fee(30m)),
            Version(2, "2025-05-01", Fee(60m)) with { ExistingFrom = Day("2025-06-01") });
        Assert.Equal(30m + 30m + 60m, Life("2025-04-01", "2025-07-01", 1, [plan]).Total());
        Assert.Equal(60m + 60m, Life("2025-05-01", "2025-07-01", 1, [plan]).Total());
    }

    [Fact]
    public void A_change_to_a_yearly_tariff_starts_its_year_on_that_day() => Assert.Equal(
        [
            "2025-04-01: fee 2025-04-01..2025-05-01 30.00",
            "2025-04-16: fee 2025-04-16..2025-05-01 -15.00",
            "2025-04-16: fee 2025-04-16..2026-04-16 300.00",
        ],
        Life("2025-04-01", "2025-12-01", null, [Plan("a", Fee(30m)), Plan("b", Fee(300m, Year))],
            Change("2025-04-16", "b")).Short());

    [Fact]
    public void A_change_announced_late_corrects_the_periods_it_should_have_been_in()
    {
        var life = Seated("2025-07-01", 2m, Quantity("2025-05-01", 3m) with { Announced = Day("2025-06-10") });
        Assert.Equal(20m + 30m + 30m, life.Total());
        Assert.Equal("2025-06-10", Bills(life)[3].IssuedOn.ToString("uuuu-MM-dd", null));
    }

    [Fact]
    public void An_override_is_the_price_of_the_contract() => Assert.Equal(
        12m,
        (Life("2025-04-01", "2025-05-01", 1, [Plan("a", Fee(30m))]) with
        {
            Overrides = [new PriceOverride("fee", new PriceModel.Flat(12m))],
        }).Total());

    [Fact]
    public void A_life_that_ends_inside_a_period_is_cut_where_it_is_an_end()
    {
        var life = Life("2025-04-01", "2025-04-16", 1, [Plan("a", Fee(30m))]);
        Assert.Equal(30m, life.Total());
        Assert.Equal(15m, life.Set(("life-until", "end")).Total());
    }

    [Fact]
    public void What_cannot_be_billed_is_held_with_its_reason()
    {
        var unknown = SubscriptionBilling.Rate(
            Life("2025-04-01", "2025-05-01", 1, [Plan("a", Fee(30m))], Change("2025-04-10", "x")));
        Assert.Equal("unknown-tariff", Assert.Single(Assert.Single(unknown).Rating.Holds).Code);
        var metered = SubscriptionBilling.Rate(Life("2025-04-01", "2025-05-01", 1, [Plan("a", Energy(0.3m))]));
        Assert.Equal("no-subscription-charge", Assert.Single(Assert.Single(metered).Rating.Holds).Code);
    }

    private static SubscriptionRequest Seated(string until, decimal seats, params SubscriptionAction[] actions)
    {
        var life = Life("2025-04-01", until, 1, [Plan("a", Seats(10m))], actions);
        return life with { Life = life.Life with { Quantity = seats } };
    }
}
