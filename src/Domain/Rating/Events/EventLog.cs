using System.Collections.Immutable;
using NodaTime;

namespace BillingActors.Domain.Rating.Events;

/// <summary>The events of a rating in the order of their times, each id once.</summary>
internal sealed class EventLog
{
    private EventLog(ImmutableArray<UsageEvent> events) => Events = events;

    /// <summary>All events, by time and then by id.</summary>
    public ImmutableArray<UsageEvent> Events { get; }

    /// <summary>Two different events with one id are doubtful; neither is chosen.</summary>
    public static EventLog Of(ImmutableArray<UsageEvent> events, HoldList holds)
    {
        var byId = new Dictionary<string, UsageEvent>(StringComparer.Ordinal);
        foreach (var given in events)
        {
            if (!byId.TryAdd(given.Id, given) && !byId[given.Id].IsSame(given))
                holds.Add("doubtful-event", $"Event {given.Id} is given twice and differs.");
        }
        return new EventLog(
            [.. byId.Values.OrderBy(one => one.At).ThenBy(one => one.Id, StringComparer.Ordinal)]);
    }

    /// <summary>The events from an instant up to another, exclusive.</summary>
    public IEnumerable<UsageEvent> Between(Instant from, Instant until) =>
        Events.Where(one => from <= one.At && one.At < until);
}
