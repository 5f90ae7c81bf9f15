using BillingActors.Domain.Tariffs;
using NodaTime;
using NodaTime.TimeZones;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Metered;

/// <summary>
/// Local days and hours as minutes since the Unix epoch, so that intervals are cut by integers. A day has as many
/// minutes as its zone gives it: 1,380 or 1,500 where the clock is changed.
/// </summary>
internal sealed class LocalClock(DateTimeZone zone)
{
    /// <summary>Minutes of a day of which the clock is not changed.</summary>
    public const int MinutesPerDay = 1440;

    private ZoneInterval? _constant;
    private (long From, long Until, int Offset)? _calm;
    private (bool IsKnown, LocalDate Day, long Start) _asked;
    private (bool IsKnown, LocalDate Day, long Start) _before;

    /// <summary>The first minute of the local day.</summary>
    public long StartOf(LocalDate day)
    {
        // The first day and the end of the bill are asked for over and over.
        if (day == _asked.Day && _asked.IsKnown)
            return _asked.Start;
        if (day == _before.Day && _before.IsKnown)
            return _before.Start;
        var start = FindStartOf(day);
        (_before, _asked) = (_asked, (true, day, start));
        return start;
    }

    private long FindStartOf(LocalDate day)
    {
        // Far from a change of the clock a day begins at midnight of the offset; the zone is asked around changes only.
        var midnight = MidnightOf(day);
        if (IsCalm(midnight))
            return midnight - _calm!.Value.Offset;
        Remember(zone.GetZoneInterval(InstantOf(midnight)));
        if (IsCalm(midnight))
            return midnight - _calm!.Value.Offset;
        var start = zone.AtStartOfDay(day).ToInstant();
        Remember(zone.GetZoneInterval(start));
        return MinuteOf(start);
    }

    private bool IsCalm(long minute) => _calm is { } calm && minute >= calm.From && minute < calm.Until;

    // Two days around a change the offset in UTC says nothing of the local day.
    private void Remember(ZoneInterval interval)
    {
        _constant = interval;
        var offset = interval.WallOffset.Seconds;
        var from = interval.HasStart ? MinuteOf(interval.Start) + (2 * MinutesPerDay) : long.MinValue;
        var until = interval.HasEnd ? MinuteOf(interval.End) - (2 * MinutesPerDay) : long.MaxValue;
        _calm = offset % 60 == 0 ? (from, until, offset / 60) : null;
    }

    /// <summary>Midnight of a day in UTC, counted by the calendar alone.</summary>
    public static long MidnightOf(LocalDate day)
    {
        // Days of the Gregorian calendar in eras of 400 years that begin in March.
        var year = day.Month <= 2 ? day.Year - 1 : day.Year;
        var era = (year >= 0 ? year : year - 399) / 400;
        var yearOfEra = year - (era * 400);
        var dayOfYear = (((153 * (day.Month + (day.Month > 2 ? -3 : 9))) + 2) / 5) + day.Day - 1;
        var dayOfEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
        return ((era * 146_097L) + dayOfEra - 719_468L) * MinutesPerDay;
    }

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
            var end = FindStartOf(day.PlusDays(1));
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
            var constant = IntervalAt(from);
            var until = constant.HasEnd ? Math.Min(span.End, MinuteOf(constant.End)) : span.End;
            var midnight = MidnightOf(day) - (constant.WallOffset.Seconds / 60);
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

    private ZoneInterval IntervalAt(long minute)
    {
        var at = InstantOf(minute);
        if (_constant is { } known && known.Contains(at))
            return known;
        var found = zone.GetZoneInterval(at);
        Remember(found);
        return found;
    }

    private static long MinuteOf(Instant instant) => instant.ToUnixTimeSeconds() / 60;

    private static Instant InstantOf(long minute) => Instant.FromUnixTimeSeconds(minute * 60);
}
