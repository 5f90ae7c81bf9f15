using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.Calls;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Calls.Buckets;
using static BillingActors.Domain.Tests.Rating.Calls.GivenCalls;
using static BillingActors.Domain.Tests.Rating.Given;

namespace BillingActors.Domain.Tests.Rating.Calls;

/// <summary>Allowances: one example per rule, worked out beside it.</summary>
public sealed class BucketTests
{
    private static readonly RatingRequest Voice = Rated(Plan("minute", Rate("49", 0.12m, 60, 60), Rate("900", 2m)));

    [Fact]
    public void What_the_allowance_does_not_cover_costs_money()
    {
        // 10 of 12 minutes are included; two cost 0.12 each.
        var result = ContractRating.Rate(Voice.With(Minutes(10)).With(Call("1", Workday, 720)));

        Assert.Equal(["voice 2 0.24 EUR", "minutes 10 0.00 EUR"], result.Short());
        Assert.Equal(0m, result.State.Left("minutes"));
    }

    [Fact]
    public void A_rest_smaller_than_an_increment_stays_or_is_split()
    {
        // 90 s: the first minute is covered, the second costs 0.12; or 30 s of it are covered, and the next begins
        // there.
        var request = Voice.With(Minutes(1.5m)).With(Call("1", Workday, 120));

        var whole = CallRating.RateAll(request);
        var split = CallRating.RateAll(request.Set("bucket-end", "split"));

        Assert.Equal((0.12m, 30m), (whole.Calls[0].Amount, whole.State.Left("minutes")));
        Assert.Equal((0.12m, 0m), (split.Calls[0].Amount, split.State.Left("minutes")));
    }

    [Fact]
    public void Buckets_are_used_by_priority_then_by_expiry()
    {
        var late = Minutes(2, "late");
        var soon = Minutes(2, "soon") with { Span = BucketSpan.Days, Days = 10 };
        var first = Minutes(1, "first") with { Priority = -1 };

        var call = Voice.With(late, soon, first).Alone(Call("1", Workday, 240));

        Assert.Equal(
            [("first", 60m), ("soon", 120m), ("late", 60m)],
            call.Parts.Select(part => (part.Reference, part.Quantity)));
    }

    [Fact]
    public void A_part_of_a_period_grants_its_part()
    {
        // 16 of 31 days of 31 minutes.
        var request = Voice.With(Minutes(31)) with { Service = Days("2025-01-16", "2025-02-01") };

        Assert.Equal(960m, CallRating.RateAll(request).State.Left("minutes"));
        Assert.Equal(1860m,
            CallRating.RateAll(request.With(Minutes(31) with { IsProrated = false })).State.Left("minutes"));
    }

    [Fact]
    public void Where_versions_change_the_parts_are_the_whole()
    {
        var versions = new[] { "2020-01-01", "2025-01-11" }.Select((from, index) =>
            Version(index + 1, from, Voice.Tariff.Versions[0].Charges[0]) with { Buckets = [Minutes(100)] });
        var request = Voice with { Tariff = Tariff([.. versions]) };

        var state = CallRating.Rate(request, Call("1", "2025-01-31T12:00:00", 60)).State;

        Assert.Equal(5940m, state.Left("minutes"));
    }

    [Fact]
    public void What_is_left_is_carried_over_up_to_a_cap_and_an_age()
    {
        // 10 minutes a month, at most 8 carried over, for one further month: 18 of 19 minutes are covered, in February
        // as in March.
        var request = Voice.With(Minutes(10) with { Rollover = new BucketRollover(1, 8m) });
        var january = CallRating.RateAll(request);
        var february = request.In(Days("2025-02-01", "2025-03-01")).From(january.State);
        var march = request.In(Days("2025-03-01", "2025-04-01")).From(CallRating.RateAll(february).State);

        Assert.Equal(0.12m, february.Cost(19 * 60, "2025-02-10T12:00:00"));
        Assert.Equal(0.12m, march.Cost(19 * 60, "2025-03-10T12:00:00"));
    }

    [Fact]
    public void Without_rollover_what_is_left_is_gone()
    {
        var january = CallRating.RateAll(Voice.With(Minutes(10)));
        var february = CallRating.RateAll(
            Voice.With(Minutes(10)).In(Days("2025-02-01", "2025-03-01")).From(january.State));

        Assert.Equal(600m, february.State.Left("minutes"));
    }

    [Fact]
    public void A_daily_allowance_comes_anew_each_day()
    {
        var bill = CallRating.RateAll(Voice.With(Minutes(1) with { Span = BucketSpan.Day }).With(
            Call("1", "2025-01-07T10:00:00", 120), Call("2", "2025-01-07T11:00:00", 60),
            Call("3", "2025-01-08T10:00:00", 60)));

        Assert.Equal([0.12m, 0.12m, 0m], bill.Calls.Select(call => call.Amount));
    }

    [Fact]
    public void A_week_that_begins_in_one_bill_is_not_granted_again_in_the_next()
    {
        // The week of Monday 27 January holds 1 and 2 February.
        var rule = Minutes(2) with { Span = BucketSpan.Week };
        var january = CallRating.RateAll(Voice.With(rule).With(Call("1", "2025-01-31T10:00:00", 60)));
        var february = CallRating.RateAll(Voice.With(rule).In(Days("2025-02-01", "2025-03-01")).From(january.State)
            .With(Call("2", "2025-02-01T10:00:00", 120), Call("3", "2025-02-03T10:00:00", 120)));

        Assert.Equal([0.12m, 0m], february.Calls.Select(call => call.Amount));
    }

    [Fact]
    public void Subscribers_share_one_bucket_or_have_their_own()
    {
        var calls = new[] { Call("1", Workday, 60), Call("2", Workday, 60) with { From = "491702" } };

        Assert.Equal([0m, 0.12m], Amounts(Minutes(1)));
        Assert.Equal([0m, 0m], Amounts(Minutes(1) with { IsPerSubscriber = true }));
        Assert.Equal([0.12m, 0m], Amounts(Minutes(1) with { Members = ["491702"] }));

        decimal[] Amounts(BucketRule rule) =>
            [.. CallRating.RateAll(Voice.With(rule).With(calls)).Calls.Select(call => call.Amount)];
    }

    [Fact]
    public void An_allowance_is_for_its_destinations_and_premium_numbers_only_where_it_names_them()
    {
        var request = Voice.With(Minutes(10));

        Assert.Equal(0m, request.Cost(60));
        Assert.Equal(2m, request.Cost(60, to: "900"));
        Assert.Equal(0m, Voice.With(Minutes(10) with { Destinations = ["900"] }).Cost(60, to: "900"));
        Assert.Equal(0.12m, Voice.With(Minutes(10) with { Destinations = ["900"] }).Cost(60));
    }

    [Fact]
    public void An_allowance_may_be_for_some_hours()
    {
        // From 18:00 on it is free: of 17:59:00 to 18:01:00 the first minute costs money.
        var rule = Minutes(10) with { Calendar = "hours", Periods = ["evening"] };

        var call = Voice.With(rule).Alone(Call("1", "2025-01-07T17:59:00", 120));

        Assert.Equal(0.12m, call.Amount);
        Assert.Equal(60m, Assert.Single(call.Parts, part => part.Kind == CallPartKind.Bucket).Quantity);
    }

    [Fact]
    public void An_allowance_may_be_taken_in_increments_of_its_own() =>
        Assert.Equal(480m, CallRating.Rate(
            Voice.With(Minutes(10) with { Increment = 120m }), Call("1", Workday, 61)).State.Left("minutes"));

    [Fact]
    public void An_allowance_of_calls_covers_whole_ones()
    {
        var bill = CallRating.RateAll(Voice.With(new BucketRule("calls", "calls", "count", 1, BucketSpan.Period))
            .With(Call("1", Workday, 600), Call("2", "2025-01-08T12:00:00", 60)));

        Assert.Equal([0m, 0.12m], bill.Calls.Select(call => call.Amount));
    }

    [Fact]
    public void The_connection_is_covered_or_not()
    {
        var request = Rated(Plan("minute", Rate("49", 0.12m) with { Connect = 0.05m }));

        Assert.Equal(0m, request.With(Minutes(1)).Cost(60));
        Assert.Equal(0.05m, request.With(Minutes(1) with { CoversConnect = false }).Cost(60));
    }

    [Fact]
    public void Credit_pays_what_it_can_and_the_rest_is_billed()
    {
        // Two calls at 0.60 each against 1.00.
        var request = Voice.With(Credit(1m)).With(
            Call("1", Workday, 300), Call("2", "2025-01-08T12:00:00", 300));

        Assert.Equal(["voice 10 1.20 EUR", "credit 1 -1.00 EUR"], ContractRating.Rate(request).Short());
        Assert.Equal([0m, 0.2m], CallRating.RateAll(request).Calls.Select(call => call.Billed));
    }

    [Fact]
    public void Credit_may_go_below_zero_where_it_may()
    {
        var result = CallRating.Rate(Voice.With(Credit(0.5m) with { MayGoBelowZero = true }), Call("1", Workday, 300));

        Assert.Equal((0m, -0.1m), (result.Call!.Billed, result.State.Left("credit")));
    }

    [Fact]
    public void A_strict_allowance_refuses_what_it_does_not_cover_and_keeps_what_it_had()
    {
        var strict = Voice.With(Minutes(1) with { IsStrict = true });
        var used = CallRating.Rate(strict, Call("1", Workday, 60));
        var refused = CallRating.Rate(strict, Call("2", Workday, 61));
        var broke = CallRating.Rate(Voice.With(Credit(0.1m) with { IsStrict = true }), Call("3", Workday, 60));

        Assert.Equal(0m, used.State.Left("minutes"));
        Assert.Equal(("allowance-exhausted", "allowance-exhausted"), (refused.Suspended!.Code, broke.Suspended!.Code));
        Assert.Same(strict.State, refused.State);
    }

    [Fact]
    public void A_fee_grants_the_allowance_for_its_days()
    {
        // The option is sold from 16 January on: 16 of 31 days.
        var fee = new Charge.Fixed(Head("option", "2025-01-16"), ChargePer.Month, 5m);
        var request = Given.Rated(Tariff(Voice.Tariff.Versions[0].Charges[0], fee), January)
            .With(Minutes(31) with { Charge = "option" });

        Assert.Equal(0.12m, request.Cost(60, "2025-01-15T12:00:00"));
        Assert.Equal(0m, request.Cost(60, "2025-01-16T12:00:00"));
        Assert.Equal(960m, CallRating.RateAll(request).State.Left("minutes"));
    }
}
