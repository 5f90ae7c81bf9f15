using System.Collections.Immutable;
using BillingActors.Domain.Rating.Events;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Events;
using BillingActors.Domain.Tariffs.QuantityPrices;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Oracle.Drawing;

/// <summary>Charges for events, and the events.</summary>
internal sealed class DrawnEvents(Draw draw, string? calendar = null)
{
    private static readonly string[] _regions = ["eu", "us", "ap"];

    // Running and prorated counts of distinct values have tests of their own.
    private static readonly EventAggregation[] _aggregations =
    [
        EventAggregation.Count, EventAggregation.Sum, EventAggregation.Max, EventAggregation.Unique,
        EventAggregation.Latest, EventAggregation.WeightedSum, EventAggregation.ProratedSum,
    ];

    private readonly DrawnPrices _prices = new(draw);

    public IEnumerable<Charge> Charges(Func<string, ChargeHead> head)
    {
        for (var i = draw.Between(1, 2); i > 0; i--)
        {
            var charge = Charge(head($"events{i}"));
            yield return calendar is not null && !charge.IsLevel && draw.Chance(20)
                ? draw.Reach("events by hours", charge with
                {
                    Calendar = calendar,
                    GroupBy = charge.GroupBy.Add(EventCharge.Period),
                })
                : charge;
        }
    }

    /// <summary>Events around the service days: levels go on from those before.</summary>
    public ImmutableArray<UsageEvent> Events(Period days, DateTimeZone zone)
    {
        var start = zone.AtStartOfDay(days.From.PlusDays(-5)).ToInstant();
        return Draw.Many(draw.Below(12), number => new UsageEvent(
            $"e{number}", start + Duration.FromSeconds(draw.Below((days.Days + 5) * 86_400)),
            draw.OneOf("api", "api", "job"), draw.Between(-3, 40), draw.Number(9_999, 2),
            ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
            [
                KeyValuePair.Create("region", draw.OneOf(_regions.AsSpan())),
                KeyValuePair.Create("size", draw.OneOf("s", "l")),
            ])));
    }

    private EventCharge Charge(ChargeHead head)
    {
        ImmutableArray<EventFilter> filters = draw.Chance(25)
            ? draw.Reach<ImmutableArray<EventFilter>>(
                "filtered events", [new EventFilter("region", ["eu", "ap"], draw.Chance(50))])
            : [];
        ImmutableArray<string> groups = draw.Chance(25)
            ? draw.Reach<ImmutableArray<string>>("grouped events", ["size"])
            : [];
        if (draw.Chance(20))
        {
            return new EventCharge(
                head, null, EventAggregation.Sum, "amount", "EUR", _prices.Percentage(),
                draw.OneOf(EventBilling.PerPeriod, EventBilling.PerEvent), filters, groups);
        }
        if (draw.Chance(15))
        {
            // A count goes on under its code.
            return new EventCharge(
                head with { Code = $"{head.Code}-{draw.Below(1_000_000)}" }, "api", EventAggregation.RunningSum,
                "quantity", "unit", _prices.OfGrowth(), EventBilling.PerPeriod, filters, groups);
        }
        var aggregation = draw.OneOf(_aggregations.AsSpan());
        draw.Reached.Add($"events {aggregation}");
        var isEach = aggregation is EventAggregation.Sum or EventAggregation.Count && draw.Chance(25);
        if (!isEach && aggregation is not (EventAggregation.WeightedSum or EventAggregation.ProratedSum)
            && draw.Chance(20))
        {
            return new EventCharge(
                head, draw.OneOf(null, "api"), aggregation,
                aggregation == EventAggregation.Unique ? "region" : "quantity", "unit", _prices.OfWindowsOfEvents(),
                EventBilling.PerPeriod, filters, groups);
        }
        // A level goes on under its code, so that a charge that counts otherwise has another.
        if (aggregation is EventAggregation.WeightedSum or EventAggregation.ProratedSum)
            head = head with { Code = $"{head.Code}-{draw.Below(1_000_000)}" };
        return new EventCharge(
            head, draw.OneOf(null, "api"), aggregation,
            aggregation == EventAggregation.Unique ? "region" : "quantity", "unit",
            draw.Chance(20) ? Matrix() : _prices.OfQuantity(),
            isEach ? draw.Reach("each event priced", EventBilling.PerEvent) : EventBilling.PerPeriod, filters, groups);
    }

    private MatrixPrice Matrix() => draw.Chance(40)
        ? draw.Reach("matrix of ranges", new MatrixPrice(
            ["region", "quantity"],
            [
                new MatrixRow(["*", "*"], _prices.OfQuantity())
                {
                    Ranges = [new MatrixRange("quantity", draw.OneOf<decimal?>(null, 0m, 5m), 20m)],
                },
                new MatrixRow([draw.OneOf("eu", "*"), "*"], _prices.OfQuantity())
                {
                    Ranges = [new MatrixRange("quantity", draw.Between(0, 30), null)],
                },
            ],
            _prices.OfQuantity()))
        : draw.Reach("matrix", new MatrixPrice(
        ["region", "size"],
        [new MatrixRow(["eu", "*"], _prices.OfQuantity()), new MatrixRow(["*", "l"], _prices.OfQuantity())],
        _prices.OfQuantity()));
}
