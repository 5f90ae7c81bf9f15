using BillingActors.Domain.Rating.Metered;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Prices;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Prices;

/// <summary>Cuts days into the hours of events and those of a calendar.</summary>
internal sealed class EventCut(LocalClock clock, IEnumerable<PeakEvent> events)
{
    /// <summary>How the hours of events are named on a line and among determinants.</summary>
    public const string Name = "event";

    private readonly List<PeakEvent> _events = [.. events.OrderBy(static e => e.Day).ThenBy(static e => e.FromMinute)];

    /// <summary>
    /// The calendar with one more period for the events, for those who ask by name; without a calendar all other hours
    /// are the first.
    /// </summary>
    public static TimeOfUseCalendar NamesOf(TimeOfUseCalendar? calendar)
    {
        // A rule for no day names the period and claims no hour.
        var named = new TimeOfUseRule(null, DayKind.None, 0, 0, Name);
        return calendar is null
            ? new TimeOfUseCalendar(Name, [], [], [new TimeOfUseRule(null, DayKind.All, 0, 1440, "other"), named], null)
            : new TimeOfUseCalendar(
                calendar.Id, calendar.Seasons, calendar.Holidays, calendar.Rules.Add(named), calendar.Otherwise);
    }

    /// <summary>Visits the stretches of the days: those of events with the index after the last period.</summary>
    public void ForEachStretch(Period days, TimeOfUseCalendar? calendar, Action<int, long, long> visit)
    {
        var spans = SpansIn(days).ToList();
        var eventIndex = calendar?.Periods.Length ?? 1;
        clock.ForEachStretch(days, calendar, (period, from, until) =>
        {
            var next = from;
            foreach (var (_, first, end) in spans)
            {
                var (start, stop) = (Math.Max(next, first), Math.Min(until, end));
                if (start >= stop)
                    continue;
                if (next < start)
                    visit(period, next, start);
                visit(eventIndex, start, stop);
                next = stop;
            }
            if (next < until)
                visit(period, next, until);
        });
    }

    /// <summary>The events in the days with their first and end minute on the time line; each minute once.</summary>
    public IEnumerable<(PeakEvent Event, long From, long Until)> SpansIn(Period days)
    {
        var covered = long.MinValue;
        foreach (var called in _events.Where(called => days.Contains(called.Day)))
        {
            var from = Math.Max(covered, clock.MinuteAt(called.Day, called.FromMinute));
            var until = clock.MinuteAt(called.Day, called.UntilMinute);
            if (from >= until)
                continue;
            covered = until;
            yield return (called, from, until);
        }
    }
}
