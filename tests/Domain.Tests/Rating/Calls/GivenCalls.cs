using System.Collections.Immutable;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.Calls;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Calls;
using BillingActors.Domain.Tariffs.Calls.Buckets;
using BillingActors.Domain.Tariffs.Calls.Choices;
using NodaTime;
using NodaTime.Text;
using static BillingActors.Domain.Tests.Rating.Given;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Rating.Calls;

/// <summary>Short words for call tariffs, allowances and records.</summary>
internal static class GivenCalls
{
    public const string Subscriber = "491701";
    public const string Workday = "2025-01-07T12:00:00";

    public static readonly TimeOfUseCalendar Hours = new(
        "hours", [], [], [new TimeOfUseRule(null, DayKind.Weekday, 0, 18 * 60, "day")], "evening");

    /// <summary>A rate for a prefix; the destination has its name, and "all" fits all.</summary>
    public static CallRate Rate(string prefix, decimal price, decimal first = 1, decimal increment = 1) =>
        new(prefix, CallStep.Of(price, first, increment));

    public static CallPlan Plan(string unit, params CallRate[] rates) => Plan(unit, [], rates);

    public static CallPlan Plan(string unit, ImmutableArray<RoamingZone> zones, params CallRate[] rates)
    {
        var names = rates.Select(rate => rate.Destination).Distinct();
        var measure = CallUnit.Find(unit)!.Measure;
        return new CallPlan(
            measure switch { CallUnit.Byte => "data", CallUnit.Count => "sms", _ => "call" },
            CallUnit.Find(unit)!,
            [.. names.Select(name => new DestinationGroup(name, [name == "all" ? "" : name], name == "900"))],
            [.. rates],
            zones)
        {
            Calendar = rates.Any(rate => rate.Period is not null) ? "hours" : null,
        };
    }

    public static Charge Charged(this CallPlan plan, string code = "voice") => new Charge.Calls(Head(code), plan);

    public static RatingRequest Rated(params CallPlan[] plans) => Given.Rated(
        Tariff([.. plans.Select((plan, index) => plan.Charged(index == 0 ? "voice" : plan.Event))]).With(Hours),
        January);

    public static RatingRequest With(this RatingRequest request, params BucketRule[] buckets) => request with
    {
        Tariff = request.Tariff with
        {
            Versions = [.. request.Tariff.Versions.Select(version => version with { Buckets = [.. buckets] })],
        },
    };

    public static RatingRequest With(this RatingRequest request, params CallRecord[] calls) =>
        request with { Calls = [.. calls] };

    public static RatingRequest Set(this RatingRequest request, string name, string value) =>
        request with { Settings = request.Settings.With(name, value, out _)! };

    public static RatingRequest In(this RatingRequest request, Period period) =>
        request with { Cycle = period, Service = period };

    public static RatingRequest From(this RatingRequest request, RatingState state) => request with { State = state };

    public static BucketRule Minutes(decimal quantity, string id = "minutes") =>
        new(id, id, "minute", quantity, BucketSpan.Period);

    public static BucketRule Credit(decimal quantity) => new("credit", "credit", "EUR", quantity, BucketSpan.Once);

    public static CallRecord Call(string id, string start, decimal quantity, string to = "4930") =>
        new(id, At(start), quantity, Subscriber, to, CallDirection.Out);

    public static CallRecord Continues(this CallRecord record, string session) =>
        record with { Session = session, IsContinuation = true };

    /// <summary>Local time of Berlin in winter.</summary>
    public static Instant At(string start) =>
        OffsetDateTimePattern.ExtendedIso.Parse(start + "+01:00").Value.ToInstant();

    public static RatedCall Alone(this RatingRequest request, CallRecord record)
    {
        var result = CallRating.Rate(request, record);
        Assert.Null(result.Suspended);
        return result.Call!;
    }

    public static decimal Cost(
        this RatingRequest request, decimal seconds, string start = Workday, string to = "4930") =>
        request.Alone(Call("1", start, seconds, to)).Amount;

    public static decimal Left(this RatingState state, string bucket) =>
        state.Buckets.Where(balance => balance.Bucket == bucket).Sum(balance => balance.Left);
}
