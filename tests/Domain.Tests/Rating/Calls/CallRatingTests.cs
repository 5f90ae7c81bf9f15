using System.Globalization;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.Calls;
using BillingActors.Domain.Tariffs.Calls;
using BillingActors.Domain.Tariffs.Calls.Choices;
using static BillingActors.Domain.Tests.Rating.Calls.GivenCalls;
using static BillingActors.Domain.Tests.Rating.Given;

namespace BillingActors.Domain.Tests.Rating.Calls;

/// <summary>One example per rule, worked out beside it.</summary>
public sealed class CallRatingTests
{
    // 0.12 a minute: 61 s are 61, 120, 61 and 66 s.
    [Theory]
    [InlineData(60, 1, "0.122")]
    [InlineData(60, 60, "0.24")]
    [InlineData(1, 1, "0.122")]
    [InlineData(30, 6, "0.132")]
    public void A_begun_increment_is_a_whole_one(int first, int increment, string cost) =>
        Assert.Equal(
            decimal.Parse(cost, CultureInfo.InvariantCulture),
            Rated(Plan("minute", Rate("49", 0.12m, first, increment))).Cost(61));

    // Yeti (yeti-switch.org, CDR writer, call duration round mode): 1.41 seconds are 2, 1 and 1; 1.5 are 2, 1 and 2.
    [Theory]
    [InlineData("up", "1.41", 2)]
    [InlineData("up", "1.5", 2)]
    [InlineData("down", "1.41", 1)]
    [InlineData("down", "1.6", 1)]
    [InlineData("nearest", "1.41", 1)]
    [InlineData("nearest", "1.5", 2)]
    [InlineData("nearest", "1.6", 2)]
    public void The_last_increment_counts_as_the_setting_says(string rounding, string seconds, int billed) =>
        Assert.Equal(
            billed * 0.002m,
            Rated(Plan("minute", Rate("49", 0.12m))).Set("duration-rounding", rounding)
                .Cost(decimal.Parse(seconds, CultureInfo.InvariantCulture)));

    // 0.12 a minute at 60/6: 59 s fill no minute and half of one; 65 s are a minute and no, one, or one increment more.
    [Theory]
    [InlineData("down", 59, "0")]
    [InlineData("down", 65, "0.12")]
    [InlineData("nearest", 29, "0")]
    [InlineData("nearest", 30, "0.12")]
    [InlineData("nearest", 62, "0.12")]
    [InlineData("nearest", 63, "0.132")]
    [InlineData("up", 62, "0.132")]
    public void A_first_increment_is_rounded_as_the_others(string rounding, int seconds, string cost) => Assert.Equal(
        decimal.Parse(cost, CultureInfo.InvariantCulture),
        Rated(Plan("minute", Rate("49", 0.12m, 60, 6))).Set("duration-rounding", rounding).Cost(seconds));

    // The first minute counts as begun, whatever the setting says; then only full increments of six seconds.
    [Theory]
    [InlineData(1, "0.12")]
    [InlineData(65, "0.12")]
    [InlineData(66, "0.132")]
    public void A_step_may_have_a_rounding_of_its_own(int seconds, string cost)
    {
        var rate = new CallRate("49",
        [
            new CallStep(0m, 0.12m, 60m) { Durations = DurationRounding.Up },
            new CallStep(60m, 0.12m, 6m) { Durations = DurationRounding.Down },
        ]);

        Assert.Equal(
            decimal.Parse(cost, CultureInfo.InvariantCulture),
            Rated(Plan("minute", rate)).Set("duration-rounding", "nearest").Cost(seconds));
    }

    // 50 and 40 seconds of one session fill one minute of 0.12, which the second record brings, and one connection.
    [Fact]
    public void What_did_not_fill_an_increment_counts_when_the_session_goes_on()
    {
        var rate = Rate("49", 0.12m, 60, 60) with { Connect = 0.05m };
        var request = Rated(Plan("minute", rate)).Set("duration-rounding", "down").With(
            Call("1", Workday, 50) with { Session = "s" }, Call("2", "2025-01-07T12:00:50", 40).Continues("s"));

        Assert.Equal([0.05m, 0.12m], CallRating.RateAll(request).Calls.Select(static call => call.Amount));
    }

    // 10 minutes: 90 seconds by minutes take one of them, and the rest is not taken and costs nothing.
    [Fact]
    public void An_allowance_takes_what_is_billed()
    {
        var request = Rated(Plan("minute", Rate("49", 0.12m, 60, 60))).Set("duration-rounding", "down")
            .With(Minutes(10m)).With(Call("1", Workday, 119));

        var result = ContractRating.Rate(request);

        Assert.Equal(0L, result.Lines.Sum(static line => line.Amount.Minor));
        Assert.Equal(9m, result.State.Left("minutes") / 60m);
    }

    // 0.10 a minute by the second: 60 of them are affordable, though a sixtieth of it has no end.
    [Fact]
    public void The_most_a_call_costs_buys_the_last_second_that_it_covers()
    {
        var rate = Rate("49", 0.1m) with { Most = 0.1m, BeyondMost = BeyondMost.Disconnect };

        Assert.Equal(60m, Rated(Plan("minute", rate)).Alone(Call("1", Workday, 100)).EndsAfter);
        Assert.Null(Rated(Plan("minute", rate)).Alone(Call("1", Workday, 60)).EndsAfter);
    }

    // 0.015 is billed as 0.02; with 0.025 more it is 0.04 as it stands, so that the line has 0.02 and 0.02.
    [Fact]
    public void What_was_rounded_before_is_made_up_for_on_the_line()
    {
        var rate = Rate("49", 0.06m) with { Rounding = new CallRounding(RoundingMethod.Up, 2) };
        var call = Call("1", Workday, 15) with { Session = "s" };
        var more = Call("2", "2025-01-07T12:00:15", 25).Continues("s");

        var request = Rated(Plan("minute", rate)).With(call, more);

        Assert.Equal(0.04m, CallRating.RateAll(request).Calls.Sum(rated => rated.Amount));
        Assert.Equal(0.04m, Assert.Single(ContractRating.Rate(request).Lines).ExactAmount);
    }

    // 20 s at 0.01 and 20 s at 0.005 a minute are 1/300 + 1/600 = 0.005, half a cent; ten times 7/60 of 0.03 too.
    [Fact]
    public void Sixtieths_of_several_prices_sum_to_half_a_cent()
    {
        var request = Rated(Plan(
            "minute", Rate("49", 0.01m) with { Period = "day" }, Rate("49", 0.02m) with { Period = "evening" }));

        // 17:59:50 to 18:00:10: 10 s of each are 10/6000 + 20/6000.
        var result = ContractRating.Rate(request.With(Call("1", "2025-01-07T17:59:50", 20)));

        Assert.Equal((0.005m, 1L), (result.Lines[0].ExactAmount, result.Lines[0].Amount.Minor));
    }

    [Fact]
    public void A_rate_changes_with_the_time_into_the_call()
    {
        // 60 s at 0.20 a minute, 20 s at 0.06 a minute: 0.20 + 0.02.
        var rate = new CallRate("49", [new CallStep(0m, 0.2m, 60m), new CallStep(60m, 0.06m, 1m)]);

        var call = Rated(Plan("minute", rate)).Alone(Call("1", Workday, 80));

        Assert.Equal(0.22m, call.Amount);
        Assert.Equal([(1, 60m), (2, 20m)], call.Parts.Select(part => (part.Step, part.Quantity)));
    }

    [Fact]
    public void A_call_is_split_at_the_boundary_or_has_the_rate_of_its_start()
    {
        // 17:59:30 to 18:00:30: 30 s at 0.12 and 30 s at 0.06 a minute; or 60 s at 0.12.
        var request = Rated(Plan(
            "minute", Rate("49", 0.12m) with { Period = "day" }, Rate("49", 0.06m) with { Period = "evening" }));

        Assert.Equal(0.09m, request.Cost(60, "2025-01-07T17:59:30"));
        Assert.Equal(0.12m, request.Set("call-split", "rate-of-start").Cost(60, "2025-01-07T17:59:30"));
    }

    [Fact]
    public void An_increment_is_priced_by_the_moment_it_begins()
    {
        // The minute begun at 17:59:30 is one of the day: 0.12; the next begins at 18:00:30: 0.06.
        var request = Rated(Plan(
            "minute",
            Rate("49", 0.12m, 60, 60) with { Period = "day" },
            Rate("49", 0.06m, 60, 60) with { Period = "evening" }));

        Assert.Equal(0.18m, request.Cost(61, "2025-01-07T17:59:30"));
    }

    [Fact]
    public void The_longest_prefix_prices_the_call()
    {
        var request = Rated(Plan("minute", Rate("49", 0.12m), Rate("4917", 0.3m), Rate("all", 0.9m)));

        Assert.Equal(
            [0.12m, 0.3m, 0.9m, 0.3m],
            new[] { "4930", "491701", "33", "+49175" }.Select(to => request.Cost(60, to: to)));
    }

    [Theory]
    [InlineData("33", "call", null, "unknown-destination")]
    [InlineData("49", "fax", null, "unpriced-event")]
    [InlineData("49", "call", "99999", "unknown-network")]
    [InlineData("49", "call", "20801", "unpriced-call")]
    public void What_has_no_price_is_set_aside_and_holds_the_bill(string to, string what, string? network, string code)
    {
        var plan = Plan("minute", [new RoamingZone("EU", ["20801"], null)], Rate("49", 0.12m));
        var record = Call("7", Workday, 60, to) with { Event = what, Network = network };
        var request = Rated(plan);

        var alone = CallRating.Rate(request, record);
        var held = ContractRating.Rate(request.With(record));
        var aside = ContractRating.Rate(request.Set("call-suspense", "set-aside").With(record));

        Assert.Equal(("7", code), (alone.Suspended!.Id, alone.Suspended.Code));
        Assert.Same(request.State, alone.State);
        Assert.Equal(code, Assert.Single(held.Holds).Code);
        Assert.Empty(held.Lines);
        Assert.Empty(aside.Holds);
        Assert.Equal(code, Assert.Single(aside.SuspendedCalls).Code);
    }

    [Fact]
    public void Records_that_cannot_be_believed_are_set_aside()
    {
        var request = Rated(Plan("minute", Rate("49", 0.12m))).With(
            Call("1", Workday, 60), Call("1", Workday, 60), Call("2", Workday, -1),
            Call("3", "2025-02-01T00:00:00", 1));

        var bill = CallRating.RateAll(request);

        Assert.Equal(
            ["duplicate-record", "doubtful-record", "outside-period"], bill.Suspended.Select(call => call.Code));
        Assert.Equal(0.12m, Assert.Single(bill.Calls).Amount);
    }

    [Fact]
    public void A_session_pays_one_connection()
    {
        // 0.05 + 61 s at 0.12 a minute by 60/1; the continuation of 30 s goes on by the second: 30 s.
        var request = Rated(Plan("minute", Rate("49", 0.12m, 60, 1) with { Connect = 0.05m }));
        var first = Call("1", Workday, 61) with { Session = "s" };
        var bill = CallRating.RateAll(request.With(
            first,
            Call("2", "2025-01-07T12:01:01", 30).Continues("s"),
            Call("3", "2025-01-07T13:00:00", 30) with { Session = "s" },
            Call("4", "2025-01-07T14:00:00", 30)));

        Assert.Equal([0.172m, 0.06m, 0.12m, 0.17m], bill.Calls.Select(call => call.Amount));
    }

    [Fact]
    public void A_continuation_in_the_next_bill_pays_no_connection_and_carries_on_the_increment()
    {
        var request = Rated(Plan("minute", Rate("49", 0.12m, 60, 60) with { Connect = 0.05m }));
        var january = CallRating.RateAll(request.With(Call("1", "2025-01-31T23:59:20", 40) with { Session = "s" }));
        var february = CallRating.RateAll(request.In(Days("2025-02-01", "2025-03-01")).From(january.State)
            .With(Call("2", "2025-02-01T00:00:00", 30).Continues("s")));

        Assert.Equal(0.17m, january.Calls[0].Amount);
        Assert.Equal(0.12m, february.Calls[0].Amount);
        Assert.Empty(february.State.Sessions);
    }

    [Fact]
    public void A_call_without_duration_is_free_or_costs_the_connection()
    {
        var request = Rated(Plan("minute", Rate("49", 0.12m, 60, 60) with { Connect = 0.05m }));

        Assert.Equal(0m, request.Cost(0));
        Assert.Equal(0.05m, request.Set("zero-duration", "connect").Cost(0));
    }

    [Fact]
    public void A_call_has_a_least_and_a_most()
    {
        // 10 s are 0.02, at least 0.05; 100 min are 12.00, at most 3.00.
        var rate = Rate("49", 0.12m) with { Least = 0.05m, Most = 3m };
        var request = Rated(Plan("minute", rate));

        Assert.Equal(0.05m, request.Cost(10));
        Assert.Equal(3m, request.Cost(6000));
        Assert.Equal("maximum", request.Alone(Call("1", Workday, 6000)).Parts[^1].Reference);
    }

    [Fact]
    public void A_call_is_ended_before_it_costs_more_than_its_most()
    {
        // 0.30 to connect and 0.12 a minute: three minutes are 0.66, a fourth would be 0.78.
        var rate = Rate("49", 0.12m, 60, 60) with { Connect = 0.3m, Most = 0.7m, BeyondMost = BeyondMost.Disconnect };

        var call = Rated(Plan("minute", rate)).Alone(Call("1", Workday, 600));

        Assert.Equal((0.66m, 180m), (call.Amount, call.EndsAfter));
    }

    [Theory]
    [InlineData("half", "0.01")]
    [InlineData("up", "0.02")]
    [InlineData("down", "0.01")]
    public void The_charge_of_a_call_is_rounded_as_the_settings_say(string method, string cost) =>
        Assert.Equal(
            decimal.Parse(cost, CultureInfo.InvariantCulture),
            Rated(Plan("minute", Rate("49", 0.12m))).Set("call-decimals", "2").Set("call-rounding", method).Cost(7));

    [Fact]
    public void Calls_received_are_free_at_home_unless_there_is_a_rate()
    {
        var received = Call("1", Workday, 60) with
        {
            Direction = CallDirection.In,
            From = "4930",
            To = Subscriber,
        };
        var plain = Rated(Plan("minute", Rate("49", 0.12m)));
        var priced = Rated(Plan("minute", Rate("49", 0.12m), Rate("49", 0.03m) with { Direction = CallDirection.In }));

        Assert.Equal(0m, plain.Alone(received).Amount);
        Assert.Equal("unpriced-call",
            CallRating.Rate(plain.Set("incoming-calls", "rated"), received).Suspended!.Code);
        Assert.Equal(0.03m, priced.Alone(received).Amount);
        Assert.Equal(Subscriber, received.Subscriber);
    }

    [Fact]
    public void Abroad_the_rate_of_the_zone_counts_or_the_one_at_home_marked_up()
    {
        var zones = new[] { new RoamingZone("EU", ["20801"], null), new RoamingZone("Alps", ["22801"], 50m) };
        var plan = Plan(
            "minute", [.. zones], Rate("49", 0.12m) with { Connect = 0.1m }, Rate("all", 0.19m) with { Zone = "EU" });
        var request = Rated(plan);

        Assert.Equal(0.19m, request.Alone(Call("1", Workday, 60) with { Network = "20801" }).Amount);
        Assert.Equal(0.33m, request.Alone(Call("1", Workday, 60) with { Network = "22801" }).Amount);
    }

    [Fact]
    public void Messages_and_data_have_units_of_their_own()
    {
        // 3 messages at 0.09; 25,000 bytes are three begun 10 kB at 0.05 a MB: 0.0015.
        var request = Rated(Plan("count", Rate("all", 0.09m)), Plan("MB", Rate("all", 0.05m, 10_000, 10_000)));
        var bill = CallRating.RateAll(request.With(
            Call("1", Workday, 3) with { Event = "sms" },
            Call("2", Workday, 25_000, "internet") with { Event = "data" }));

        Assert.Equal([0.27m, 0.0015m], bill.Calls.Select(call => call.Amount));
    }

    [Fact]
    public void A_version_prices_the_calls_that_begin_in_it()
    {
        var request = Given.Rated(
            Tariff(
                Version(1, "2020-01-01", Plan("minute", Rate("49", 0.12m)).Charged()),
                Version(2, "2025-01-16", Plan("minute", Rate("49", 0.18m)).Charged())),
            January).With(Call("1", "2025-01-15T23:59:30", 60), Call("2", "2025-01-16T00:00:00", 60));

        Assert.Equal(["voice 1 0.12 EUR", "voice 1 0.18 EUR"], ContractRating.Rate(request).Short());
    }

    [Fact]
    public void Lines_add_up_whole_calls_or_each_part_of_them()
    {
        // Two calls of 90 s at 0.12 and 0.05 each to connect: 3 min, 0.36 + 0.10.
        var request = Rated(Plan("minute", Rate("49", 0.12m) with { Connect = 0.05m }))
            .With(Call("1", Workday, 90), Call("2", "2025-01-08T12:00:00", 90));

        Assert.Equal(["voice 3 0.46 EUR"], ContractRating.Rate(request).Short());
        Assert.Equal(
            ["voice 3 0.36 EUR", "voice 2 0.10 EUR"],
            ContractRating.Rate(request.Set("call-lines", "by-part")).Short());
    }

    [Fact]
    public void Sixtieths_leave_no_trace_in_a_line()
    {
        // Three times 1 s at 0.10 a minute are 0.005: a cent by halves away from zero.
        var request = Rated(Plan("minute", Rate("49", 0.1m))).With(
            [.. Enumerable.Range(1, 3).Select(i => Call($"{i}", Workday, 1))]);

        var line = Assert.Single(ContractRating.Rate(request).Lines);

        Assert.Equal((0.005m, 1L, 0.1m), (line.ExactAmount, line.Amount.Minor, line.UnitPrice));
    }
}
