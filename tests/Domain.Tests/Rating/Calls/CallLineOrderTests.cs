using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.Calls;
using BillingActors.Domain.Tariffs.Calls.Choices;
using CsCheck;
using NodaTime;
using static BillingActors.Domain.Tests.Rating.Calls.GivenCalls;

namespace BillingActors.Domain.Tests.Rating.Calls;

public sealed class CallLineOrderTests
{
    private static readonly Gen<CallPlace> Place = Gen.Select(
        Gen.Int[-1, 2],
        Gen.Int[-1, 1],
        Gen.Int[0, 1],
        Gen.Int[0, 2].Select(static i => i == 0 ? null : i == 1 ? "day" : "night"),
        static (destination, zone, direction, period) => new CallPlace(
            0, 0, destination, zone, (CallDirection)direction, period));

    private static readonly Gen<LineKey> Key = Gen.Select(
        Place,
        Gen.Int[0, 4],
        Gen.Int[-1, 1],
        Gen.Int[0, 2],
        Gen.Int[0, 2].Select(static i => i == 0 ? "" : i == 1 ? "free" : "more"),
        static (place, kind, rate, step, bucket) => new LineKey(place, (CallPartKind)kind, rate, step, bucket));

    [Fact]
    public void Lines_are_ordered_by_group_destination_zone_direction_kind_rate_step_period_and_bucket() =>
        Key.Array[0, 30].Sample(keys =>
        {
            var expected = keys
                .OrderBy(static key => key.Kind >= CallPartKind.Bucket ? key.Kind : CallPartKind.Use)
                .ThenBy(static key => key.Place.Destination)
                .ThenBy(static key => key.Place.Zone)
                .ThenBy(static key => key.Place.Direction)
                .ThenBy(static key => key.Kind)
                .ThenBy(static key => key.Rate)
                .ThenBy(static key => key.Step)
                .ThenBy(static key => key.Place.Period, StringComparer.Ordinal)
                .ThenBy(static key => key.Bucket, StringComparer.Ordinal)
                .ToList();
            Array.Sort(keys, static (left, right) => LineKey.Compare(left, right));

            Assert.Equal(expected, keys);
        });

    /// <summary>Large sets of ids are used again on the same thread: nothing of a bill may be left in them.</summary>
    [Fact]
    public void Many_calls_billed_twice_in_a_row_give_the_same_bill_and_the_same_duplicates()
    {
        var calls = Enumerable.Range(0, 5000).Select(number => Call($"{number % 4990}", Workday, 60) with
        {
            Start = At("2025-01-07T00:00:00") + Duration.FromSeconds(number),
        });
        var request = Rated(Plan("minute", Rate("49", 0.12m))).With([.. calls]);

        var (first, second) = (CallRating.RateAll(request), CallRating.RateAll(request));
        var billed = ContractRating.Rate(request);

        Assert.Equal(10, first.Suspended.Length);
        Assert.Equal(first.Suspended, second.Suspended);
        Assert.Equal(first.Calls.Sum(static call => call.Amount), second.Calls.Sum(static call => call.Amount));
        Assert.Contains(billed.Holds, static hold => hold.Code == "duplicate-record");
        Assert.Empty(ContractRating.Rate(request with { Calls = request.Calls[..4990] }).Holds);
    }
}
