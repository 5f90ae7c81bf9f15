using BillingActors.Domain.Rating.Events.Levels;
using BillingActors.Domain.Tariffs.Events;
using NodaTime;

namespace BillingActors.Domain.Rating.Events;

/// <summary>Adds up the events of a period as a charge says.</summary>
internal sealed class EventQuantity(EventCharge charge, EventSpan span, HoldList holds)
{
    private const decimal Hundred = 100m;

    private readonly EventSpan _full = span.Full ?? span;

    /// <summary>Zone of the days.</summary>
    public DateTimeZone Zone => span.Zone;

    /// <summary>What the events come to; a level starts from what it was when the period began.</summary>
    public EventUse Of(IReadOnlyList<UsageEvent> events, EventLevel level) => charge.Aggregation switch
    {
        EventAggregation.ProratedSum => Counted(
        [
            new PartialQuantity(level.Quantity, Prorated(level.Quantity)),
            .. events.Select(one => new PartialQuantity(ValueOf(one), Prorated(one))),
        ]),
        EventAggregation.ProratedUnique => Counted(new ValueDays(span).Of(events, level.Values)),
        _ => new EventUse(Whole(events, level)),
    };

    /// <summary>The value of the field; an event without one is held, never taken for nothing.</summary>
    public decimal ValueOf(UsageEvent one)
    {
        if (charge.Aggregation == EventAggregation.Count && charge.Field == "quantity")
            return 1m;
        if ((one.Number(charge.Field) ?? Else(one)) is { } value)
            return charge.Each?.Of(value) ?? value;
        holds.Add("doubtful-event", $"Event {one.Id} has no number in {charge.Field} for charge {charge.Head.Code}.");
        return 0m;
    }

    private decimal? Else(UsageEvent one) => charge.FieldElse is { } field ? one.Number(field) : null;

    private decimal Whole(IReadOnlyList<UsageEvent> events, EventLevel level) => charge.Aggregation switch
    {
        EventAggregation.Count => events.Count,
        EventAggregation.Unique => events.Sum(new ActiveValues(charge, "").Apply),
        EventAggregation.RunningUnique => level.Values.Keys.Count + events.Sum(level.Values.Apply),
        EventAggregation.Max => events.Count == 0 ? 0m : events.Max(ValueOf),
        EventAggregation.Min => events.Count == 0 ? 0m : events.Min(ValueOf),
        EventAggregation.Average => events.Count == 0 ? 0m : Rounded(events.Sum(ValueOf) / events.Count),
        EventAggregation.Percentile => events.Count == 0 ? 0m : Percentile(events),
        EventAggregation.Latest => events.Count == 0 ? 0m : ValueOf(events[^1]),
        EventAggregation.WeightedSum => Weighted(events, level.Quantity),
        EventAggregation.RunningSum => level.Quantity + events.Sum(ValueOf),
        _ => events.Sum(ValueOf),
    };

    // The lowest value that so many percent of the events do not exceed: of 100 values the 95th.
    private decimal Percentile(IReadOnlyList<UsageEvent> events)
    {
        var rank = (int)decimal.Ceiling(events.Count * (charge.Percentile ?? Hundred) / Hundred);
        return events.Select(ValueOf).Order().ElementAt(Math.Max(rank, 1) - 1);
    }

    private static EventUse Counted(IReadOnlyList<PartialQuantity> partial) =>
        new(partial.Sum(static part => part.Counted), partial);

    private decimal Prorated(UsageEvent one)
    {
        var day = one.At.InZone(span.Zone).Date;
        var left = NodaTime.Period.DaysBetween(day, span.Days.Until);
        return Rounded(ValueOf(one) * left / _full.Days.Days);
    }

    // In a part of a period that is divided by the full one, a level counts for the days of the part.
    private decimal Prorated(decimal level) => span.Days == _full.Days
        ? level
        : Rounded(level * span.Days.Days / _full.Days.Days);

    // The level is held from one event to the next; seconds times level stay exact until the one division.
    private decimal Weighted(IReadOnlyList<UsageEvent> events, decimal level)
    {
        var (sum, since) = (0m, span.From);
        foreach (var one in events)
        {
            sum += level * Seconds(since, one.At);
            (level, since) = (level + ValueOf(one), one.At);
        }
        return Rounded((sum + (level * Seconds(since, span.Until))) / Seconds(_full.From, _full.Until));
    }

    private static decimal Seconds(Instant from, Instant until) =>
        (decimal)(until - from).BclCompatibleTicks / NodaConstants.TicksPerSecond;

    // A quotient would else end in digits that no one can check.
    private static decimal Rounded(decimal quantity) =>
        Exact.Normalised(Primitives.Rounding.HalfAwayFromZero(quantity, 12));
}
