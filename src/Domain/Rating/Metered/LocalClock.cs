using BillingActors.Domain.Tariffs;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Metered;

/// <summary>
/// Local days and hours as minutes since the Unix epoch, so that intervals are cut by integers. A day has as many
/// minutes as its zone gives it: 1,380 or 1,500 where the clock is changed.
/// </summary>
internal sealed class LocalClock(DateTimeZone zone)
{
    /// <summary>The first minute of the local day.</summary>
    public long StartOf(LocalDate day) => MinuteOf(zone.AtStartOfDay(day).ToInstant());

    /// <summary>
    /// The minute of a local time of a day; a time the zone leaves out is the next there is, a repeated one the first.
    /// </summary>
    public long MinuteAt(LocalDate day, int minuteOfDay)
    {
        var local = day.AtMidnight().PlusMinutes(minuteOfDay);
        return MinuteOf(zone.AtLeniently(local).ToInstant());
    }

    /// <summary>A minute as people there read it, with its offset: "2025-03-30T03:00+02:00".</summary>
    public string Print(long minute)
    {
        var local = InstantOf(minute).InZone(zone);
        return $"{local.LocalDateTime:uuuu-MM-dd'T'HH:mm}{local.Offset:+HH:mm}";
    }

    /// <summary>
    /// Visits the stretches of the days that belong to one period of the calendar: index, first minute, end minute.
    /// Without a calendar all days are one stretch of period 0.
    /// </summary>
    public void ForEachStretch(Period days, TimeOfUseCalendar? calendar, Action<int, long, long> visit)
    {
        if (calendar is null)
        {
            visit(0, StartOf(days.From), StartOf(days.Until));
            return;
        }
        var start = StartOf(days.From);
        for (var day = days.From; day < days.Until; day = day.PlusDays(1))
        {
            var end = StartOf(day.PlusDays(1));
            VisitDay(calendar.PlanOf(day).AsSpan(), day, (start, end), visit);
            start = end;
        }
    }

    /// <summary>Whether some minute of the days belongs to the period of the calendar.</summary>
    public bool Has(TimeOfUseCalendar calendar, int period, Period days)
    {
        var found = false;
        ForEachStretch(days, calendar, (index, _, _) => found |= index == period);
        return found;
    }

    // Where the clock is changed, the day has two offsets, and local hours are repeated or left out.
    private void VisitDay(
        ReadOnlySpan<PlanRun> plan, LocalDate day, (long Start, long End) span, Action<int, long, long> visit)
    {
        var from = span.Start;
        while (from < span.End)
        {
            var constant = zone.GetZoneInterval(InstantOf(from));
            var until = constant.HasEnd ? Math.Min(span.End, MinuteOf(constant.End)) : span.End;
            var midnight = MinuteOf(day.AtMidnight().WithOffset(constant.WallOffset).ToInstant());
            var runStart = 0;
            foreach (var run in plan)
            {
                var (first, last) = (Math.Max(from, midnight + runStart), Math.Min(until, midnight + run.UntilMinute));
                if (first < last)
                    visit(run.Period, first, last);
                runStart = run.UntilMinute;
            }
            from = until;
        }
    }

    private static long MinuteOf(Instant instant) => instant.ToUnixTimeSeconds() / 60;

    private static Instant InstantOf(long minute) => Instant.FromUnixTimeSeconds(minute * 60);
}
