using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.Calls;
using BillingActors.Domain.Tariffs.Calls;
using BillingActors.Domain.Tariffs.Calls.Choices;
using CsCheck;
using NodaTime;
using static BillingActors.Domain.Tests.Rating.Calls.GivenCalls;
using static BillingActors.Domain.Tests.Rating.Given;

namespace BillingActors.Domain.Tests.Rating.Calls;

/// <summary>
/// Sessions of several records that are brought to whole increments once, where they end, as OCPI has it (step_size in
/// mod_cdrs.asciidoc and mod_tariffs.asciidoc, github.com/ocpi/ocpi).
/// </summary>
public sealed class CallSessionTests
{
    // Charging and standing by the minute, both by five minutes: 3.00 and 6.00 an hour.
    private static readonly CallPlan Station = Plan("hour", Rate("1", 3m, 300, 300), Rate("2", 6m, 300, 300));

    [Theory]
    // 21 minutes of charging are 21 and not 25; seven more of standing are ten: 1.05 and 1.00.
    [InlineData("1 21, 2 7", "2.05")]
    [InlineData("1 21", "1.25")]
    // What goes on to the same is filled once: 21 and 7 are 28, and then 30.
    [InlineData("1 21, 1 7", "1.50")]
    [InlineData("1 21, 1 4", "1.25")]
    [InlineData("1 21, 1 0", "1.25")]
    // Standing from the 21st minute on, in two records: 7 and 5 are 12, and then 15.
    [InlineData("1 21, 2 7, 2 5", "2.55")]
    // Charging again is filled with all of it: 21 and 3 are 24, and then 25; standing is 7. In two stretches it is 7
    // and 4, and then 15, after 21 and 12 of charging.
    [InlineData("1 21, 2 7, 1 3", "1.95")]
    [InlineData("1 21, 2 7, 1 12, 2 4", "3.15")]
    [InlineData("2 7, 1 5, 2 3, 1 4, 2 2", "1.95")]
    public void A_session_is_filled_once_where_it_ends(string records, string cost) =>
        Assert.Equal(decimal.Parse(cost, null), Session(Rated(Station), records).Sum(static call => call.Amount));

    [Theory]
    [InlineData("each-price", "1 21, 1 7", "1.5")]
    [InlineData("each-price", "1 21, 2 7", "1.75")]
    public void Other_increments_are_filled_record_by_record(string rule, string records, string cost) => Assert.Equal(
        decimal.Parse(cost, null),
        Session(Rated(Station), records, rule).Sum(static call => call.Amount));

    // Only full increments: 20 of 21 minutes of charging; standing begins where it begins, and is 5 of 7.
    [Fact]
    public void What_was_cut_at_one_destination_is_not_billed_at_the_next() => Assert.Equal(
        1.50m,
        Session(Rated(Station).Set("duration-rounding", "down"), "1 21, 2 7").Sum(static call => call.Amount));

    // mod_cdrs.asciidoc: 4.3 and 1.1 kWh by 500 Wh, at 0.20 and from evening on at 0.27: 4.3 and 1.2 of 5.5 kWh.
    [Fact]
    public void The_last_price_fills_the_whole()
    {
        var plan = Plan(
            "count",
            Rate("1", 0.20m, 500, 500) with { Period = "day" },
            Rate("1", 0.27m, 500, 500) with { Period = "evening" });
        var first = Call("1", "2025-01-07T17:30:00", 4300, "1") with { Event = "sms", Session = "s" };
        var second = Call("2", "2025-01-07T18:00:00", 1100, "1").Continues("s") with { Event = "sms" };

        var calls = CallRating.RateAll(Rated(plan).Set("call-increments", "whole-call").With(first, second)).Calls;

        // 4.5 at first, of which 0.2 are taken back by the second.
        Assert.Equal((900m, 1184m - 900m), (calls[0].Amount, calls[1].Amount));
        Assert.Equal((4300m * 0.20m) + (1200m * 0.27m), calls.Sum(static call => call.Amount));
        Assert.Equal(5500m, calls.SelectMany(static call => call.Parts).Sum(static part => part.Quantity));
        Assert.Equal(5500m, calls.SelectMany(static call => call.Parts).Sum(static part => part.Increments));
    }

    // Ten minutes of standing are free, and all after the twentieth: of 7 and 8 minutes five cost 0.50, of 7, 8 and 9
    // ten; where steps are counted from the start of the session, all of it lies beyond the twentieth.
    [Theory]
    [InlineData("destination", "1 21, 2 7, 1 3, 2 8", "1.70")]
    [InlineData("destination", "1 21, 2 7, 1 3, 2 8, 1 2, 2 9", "2.30")]
    [InlineData("destination", "2 15", "0.50")]
    [InlineData("call", "1 21, 2 7, 1 3, 2 8", "1.20")]
    [InlineData("call", "2 15", "0.50")]
    public void Steps_of_a_destination_are_counted_over_its_stretches(string rule, string records, string cost)
    {
        var standing = Rate("2", 6m) with { Steps = [new(0m, 0m, 1m), new(600m, 6m, 1m), new(1200m, 0m, 1m)] };
        var request = Rated(Plan("hour", Rate("1", 3m), standing)).Set("call-steps", rule);

        Assert.Equal(decimal.Parse(cost, null), Session(request, records).Sum(static call => call.Amount), 10);
    }

    [Fact]
    public void The_state_remembers_what_was_filled()
    {
        var request = Rated(Station).Set("call-increments", "whole-call");
        var first = Call("1", "2025-01-31T23:39:00", 21 * 60, "1") with { Session = "s" };
        var second = Call("2", "2025-02-01T00:00:00", 7 * 60, "2").Continues("s");

        var one = CallRating.RateAll(request.With(first));
        var two = CallRating.RateAll(request.With(second).From(one.State).In(Days("2025-02-01", "2025-03-01")));

        var known = Assert.Single(one.State.Sessions);
        Assert.Equal((240m, 3m, "1", 0m), (known.Filled, known.FilledPrice, known.Destination, known.DestinationFrom));
        Assert.Equal((1.25m, 0.80m), (one.Calls[0].Amount, two.Calls[0].Amount));
    }

    // Five minutes are free: of 7 minutes the fifth ends them, and ten are taken of which the allowance has five.
    [Fact]
    public void What_an_allowance_filled_stays_with_it()
    {
        var request = Rated(Station).With(Minutes(23) with { Increment = 1m });
        var result = Session(request, "1 21, 1 7");

        // 23 of 25 are free, then all of 28 to 30 but the 23.
        Assert.Equal([0.10m, 0.25m], result.Select(static call => call.Amount));
    }

    [Fact]
    public void Any_records_of_a_session_cost_what_one_costs() =>
        Gen.Select(Gen.Int[0, 4000].Array[1, 4], Gen.Int[0, 7200], Gen.Int[0, 2], Gen.Int[1, 900], Gen.Int[0, 2])
            .Sample((lengths, early, way, increment, free) =>
            {
                var rate = Rate("49", 0.12m, increment, increment) with
                {
                    Connect = 0.05m,
                    Rounding = way == 2 ? new CallRounding(RoundingMethod.Up, 2) : null,
                };
                var request = Rated(Plan(
                        "minute",
                        rate with { Period = "day" },
                        rate with { Period = "evening", Steps = CallStep.Of(0.07m, increment, increment) }))
                    .Set("call-increments", "whole-call")
                    .Set("duration-rounding", way == 1 ? "down" : "up");
                // What fills no increment takes nothing of an allowance, which then covers no connection.
                if (free > 0 && way != 1)
                    request = request.With(Minutes(free) with { Increment = 1m });
                var start = At("2025-01-07T18:00:00") - Duration.FromSeconds(early);
                var whole = Call("0", Workday, lengths.Sum()) with { Start = start };
                var at = start;
                var records = lengths.Select((length, i) =>
                {
                    var record = whole with { Id = $"{i}", Quantity = length, Start = at, Session = "s" };
                    at += Duration.FromSeconds(length);
                    return i == 0 ? record : record.Continues("s");
                }).ToArray();

                var parts = CallRating.RateAll(request.With(records)).Calls;

                Assert.Equal(
                    decimal.Round(request.Alone(whole).Amount, 20),
                    decimal.Round(parts.Sum(static part => part.Amount), 20));
                Assert.All(parts, static call => Assert.Equal(
                    decimal.Round(call.Amount, 20),
                    decimal.Round(call.Parts.Sum(static part => part.Amount), 20)));
            });

    // Minutes to a destination, one after the other.
    private static RatedCall[] Session(RatingRequest request, string records, string rule = "whole-call")
    {
        var at = At(Workday);
        var calls = records.Split(", ").Select((record, i) =>
        {
            var words = record.Split(' ');
            var call = Call($"{i}", Workday, int.Parse(words[1], null) * 60, words[0]) with
            {
                Start = at,
                Session = "s",
            };
            at += Duration.FromMinutes(int.Parse(words[1], null)) + Duration.FromMilliseconds(1);
            return i == 0 ? call : call.Continues("s");
        }).ToArray();
        return [.. CallRating.RateAll(request.Set("call-increments", rule).With(calls)).Calls];
    }
}
