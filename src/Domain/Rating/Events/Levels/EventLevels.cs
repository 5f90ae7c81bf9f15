using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tariffs.Events;

namespace BillingActors.Domain.Rating.Events.Levels;

/// <summary>Levels that go on from period to period: as the rating before left them, or from earlier events.</summary>
internal sealed class EventLevels(EventCharge charge, CounterList counters, EventSpan span)
{
    private const string Level = "level ";
    private const string Value = "value ";

    /// <summary>Labels whose level no event of the period touches; it is there all the same.</summary>
    public IEnumerable<string> Labels => charge.IsLevel
        ? counters.EndingOn(charge.Head.Code, Level, span.Days.From)
            .Select(static counter => counter.Key[Level.Length..])
            .Where(static label => label.Length > 0)
        : [];

    /// <summary>The level of the group when the period begins.</summary>
    public EventLevel Opening(EventGroup group, EventQuantity quantity)
    {
        var values = new ActiveValues(charge, counters.StateKey);
        if (!charge.IsLevel)
            return new EventLevel(0m, values);
        var known = counters.At(charge.Head.Code, Level + group.Label, span.Days.From);
        if (!IsOfValues)
            return new EventLevel(known ?? group.Earlier.Sum(quantity.ValueOf), values);
        if (known is null)
            group.Earlier.ForEach(one => values.Apply(one));
        else
            values.Keys.UnionWith(KeysOf(group));
        return new EventLevel(values.Keys.Count, values);
    }

    /// <summary>Keeps what the period leaves.</summary>
    public void Close(EventGroup group, EventLevel opening, EventQuantity quantity)
    {
        if (!charge.IsLevel)
            return;
        var closing = IsOfValues
            ? opening.Values.Keys.Count
            : opening.Quantity + group.Inside.Sum(quantity.ValueOf);
        Set(Level + group.Label, closing);
        if (!IsOfValues)
            return;
        foreach (var gone in KeysOf(group).Except(opening.Values.Keys, StringComparer.Ordinal))
            counters.Drop(charge.Head.Code, CounterOf(gone, group));
        foreach (var key in opening.Values.Keys)
            Set(CounterOf(key, group), 1m);
    }

    private bool IsOfValues => charge.Aggregation is EventAggregation.RunningUnique or EventAggregation.ProratedUnique;

    private List<string> KeysOf(EventGroup group) =>
    [
        .. counters.EndingOn(charge.Head.Code, Value, span.Days.From)
            .Select(static counter => counter.Key[Value.Length..])
            .Where(rest => rest[Pseudonym.Length..] == " " + group.Label)
            .Select(static rest => rest[..Pseudonym.Length]),
    ];

    private static string CounterOf(string key, EventGroup group) => $"{Value}{key} {group.Label}";

    private void Set(string key, decimal quantity) =>
        counters.Set(new WindowCounter(charge.Head.Code, key, span.Days, quantity));
}
