using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tariffs;
using NodaTime;

namespace BillingActors.Domain.Rating.Calls;

/// <summary>Local days and calendar periods of instants.</summary>
internal sealed class CallClock(DateTimeZone zone)
{
    private const long SecondsPerMinute = 60;
    private const decimal NanosecondsPerSecond = 1_000_000_000m;

    /// <summary>The instant at which the local day begins.</summary>
    public Instant StartOf(LocalDate day) => zone.AtStartOfDay(day).ToInstant();

    /// <summary>The local day of an instant.</summary>
    public LocalDate DayOf(Instant instant) => instant.InZone(zone).Date;

    /// <summary>The instant some seconds later, to the nanosecond.</summary>
    public static Instant After(Instant start, decimal seconds) =>
        start + Duration.FromNanoseconds(decimal.ToInt64(seconds * NanosecondsPerSecond));

    /// <summary>Seconds from one instant to another.</summary>
    public static decimal Seconds(Instant from, Instant until) =>
        (until - from).ToInt64Nanoseconds() / NanosecondsPerSecond;

    /// <summary>
    /// The period of an instant, or -1 where no rule covers it, and the instant up to which it certainly lasts.
    /// </summary>
    public (int Period, Instant Until) PeriodAt(Instant at, TimeOfUseCalendar calendar)
    {
        var constant = zone.GetZoneInterval(at);
        var local = at.WithOffset(constant.WallOffset).LocalDateTime;
        var minute = (local.Hour * SecondsPerMinute) + local.Minute;
        var midnight = local.Date.AtMidnight().WithOffset(constant.WallOffset).ToInstant();
        foreach (var run in calendar.PlanOf(local.Date))
        {
            if (minute >= run.UntilMinute)
                continue;
            var until = midnight + Duration.FromSeconds(run.UntilMinute * SecondsPerMinute);
            return (run.Period, constant.HasEnd ? Instant.Min(until, constant.End) : until);
        }
        throw new BrokenInvariantException("the runs of a day cover its minutes");
    }
}
