using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.Calls;
using BillingActors.Domain.Tariffs.Calls;
using BillingActors.Domain.Tariffs.Calls.Buckets;
using BillingActors.Domain.Tariffs.Calls.Choices;
using CsCheck;
using NodaTime;
using static BillingActors.Domain.Tests.Rating.Calls.GivenCalls;

namespace BillingActors.Domain.Tests.Rating.Calls;

/// <summary>What must hold for all calls, whatever the numbers.</summary>
public sealed class CallLawTests
{
    private static readonly Gen<(int First, int Increment)> Increments =
        OneOf((60, 1), (60, 60), (1, 1), (30, 6));

    // Calls of six days around the end of the day and of the day's prices.
    private static readonly Gen<CallRecord[]> Calls = Gen.Select(
        Gen.Int[0, 8640], Gen.Int[0, 900], OneOf("4930", "33", "900"), OneOf("491701", "491702"))
        .Array[0, 25]
        .Select(drawn => drawn.Select((call, index) => Call($"{index}", Workday, call.Item2, call.Item3) with
        {
            Start = At("2025-01-28T00:00:00") + Duration.FromMinutes(call.Item1 / 2L),
            From = call.Item4,
        }).ToArray());

    private static readonly RatingRequest Request = Rated(Plan(
            "minute",
            Rate("49", 0.12m, 60, 1) with { Period = "day", Connect = 0.05m },
            Rate("49", 0.07m, 60, 60) with { Period = "evening" },
            Rate("33", 0.31m, 30, 6) with { Least = 0.1m, Most = 2m },
            Rate("900", 1.99m)))
        .With(
            Minutes(30) with { Rollover = new BucketRollover(1, 20m) },
            Minutes(2, "daily") with { Span = BucketSpan.Day, Priority = -1, IsPerSubscriber = true },
            Minutes(9, "weekly") with { Span = BucketSpan.Week, Destinations = ["33"], Rollover = new(2, null) },
            Credit(3m));

    [Fact]
    public void Two_records_of_a_session_cost_what_one_costs() =>
        Gen.Select(Gen.Int[0, 4000], Gen.Int[0, 4000], Increments, Gen.Int[0, 120], OneOf(0, 1, 2))
            .Sample((first, second, by, early, limit) =>
            {
                var rate = Rate("49", 0.12m, by.First, by.Increment) with
                {
                    Connect = 0.05m,
                    Least = limit == 1 ? 0.2m : 0m,
                    Most = limit == 2 ? 3m : null,
                    Rounding = new CallRounding(RoundingMethod.Up, 2),
                };
                var request = Rated(Plan(
                    "minute",
                    rate with { Period = "day" },
                    rate with { Period = "evening", Steps = CallStep.Of(0.07m, by.First, by.Increment) }));
                var start = At("2025-01-07T18:00:00") - Duration.FromSeconds(early);
                var whole = Call("1", Workday, first + second) with { Start = start };
                var (left, right) = (
                    whole with { Quantity = first, Session = "s" },
                    whole with { Id = "2", Start = start + Duration.FromSeconds(first), Quantity = second });

                var parts = CallRating.RateAll(request.With(left, right.Continues("s"))).Calls;

                Assert.Equal(request.Alone(whole).Amount, parts.Sum(part => part.Amount));
            });

    [Fact]
    public void The_order_of_the_records_does_not_matter() =>
        Gen.Select(Calls, Gen.Int[1, 1000]).Sample((calls, seed) =>
        {
            var shuffled = calls.OrderBy(call => int.Parse(call.Id, null) * 7919 * seed % 101).ToArray();
            var (sorted, other) = (Bill(calls), Bill(shuffled));

            Assert.Equal(sorted.Lines.AsEnumerable(), other.Lines.AsEnumerable());
            Assert.Equal(sorted.State.Buckets.AsEnumerable(), other.State.Buckets.AsEnumerable());
        });

    [Fact]
    public void Record_after_record_gives_what_all_at_once_gives() =>
        Calls.Sample(calls =>
        {
            var state = Request.State;
            var amounts = new List<decimal>();
            foreach (var call in calls.OrderBy(call => call.Start).ThenBy(call => call.Id, StringComparer.Ordinal))
            {
                var result = CallRating.Rate(Request.From(state), call);
                amounts.Add(result.Call!.Billed);
                state = result.State;
            }
            var one = CallRating.RateAll(Request.From(state));
            var all = CallRating.RateAll(Request.With(calls));

            Assert.Equal(all.Calls.Select(call => call.Billed), amounts);
            Assert.Equal(all.State.Buckets.AsEnumerable(), one.State.Buckets.AsEnumerable());
        });

    [Fact]
    public void What_is_used_and_what_is_left_is_what_was_granted() =>
        Calls.Sample(calls =>
        {
            var request = Request.With(Minutes(30), Credit(3m)).With(calls);
            var bill = CallRating.RateAll(request);
            var used = bill.Calls.SelectMany(call => call.Parts).ToLookup(part => part.Reference);

            Assert.Equal(1800m, used["minutes"].Sum(part => part.Quantity) + bill.State.Left("minutes"));
            Assert.Equal(3m, used["credit"].Sum(part => part.Quantity) + bill.State.Left("credit"));
            Assert.All(bill.State.Buckets, balance => Assert.True(balance.Left >= 0));
        });

    [Fact]
    public void Two_buckets_are_worth_what_one_of_their_sum_is_worth() =>
        Gen.Select(Calls, Gen.Int[0, 40], Gen.Int[0, 40]).Sample((calls, left, right) =>
        {
            var request = Rated(Plan("minute", Rate("49", 0.12m, 60, 60), Rate("33", 0.3m, 60, 60), Rate("900", 2m)))
                .With(calls);
            var one = CallRating.RateAll(request.With(Minutes(left + right)));
            var two = CallRating.RateAll(request.With(Minutes(left, "a"), Minutes(right, "b")));

            Assert.Equal(one.Calls.Select(call => call.Amount), two.Calls.Select(call => call.Amount));
        });

    [Fact]
    public void The_parts_of_a_call_sum_to_its_amount() =>
        Calls.Sample(calls => Assert.All(
            CallRating.RateAll(Request.With(calls)).Calls,
            call => Assert.Equal(
                decimal.Round(call.Amount, 20),
                decimal.Round(call.Parts.Where(p => p.Kind != CallPartKind.Credit).Sum(part => part.Amount), 20))));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static RatingResult Bill(CallRecord[] calls) => ContractRating.Rate(Request.With(calls));
}
