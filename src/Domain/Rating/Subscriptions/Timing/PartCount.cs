using BillingActors.Domain.Tariffs.Settings;
using BillingActors.Domain.Tariffs.Settings.Subscriptions;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Subscriptions.Timing;

/// <summary>Measures parts of periods as the settings of a contract say.</summary>
internal sealed class PartCount(RatingSettings settings, DateTimeZone zone)
{
    private const int DaysPerMonth = 30;
    private const int DaysPerYear = 360;

    /// <summary>The part of the full period between the two times.</summary>
    public Share Of(Period full, int months, LocalDateTime from, LocalDateTime until)
    {
        // A period that begins at another time of day than midnight ends at that time.
        if (from.Date <= full.From && until.Date >= full.Until
            && (from <= full.From.AtMidnight() || until.TimeOfDay >= from.TimeOfDay))
            return Share.Full;
        if (until <= from)
            return Share.None;
        if (months > 1 && settings.Of(SubscriptionSettings.Months) == PartMonths.ByMonth)
            return ByMonth(months, from.Date, until.Date);
        var part = Length(from, until);
        var whole = settings.Of(SubscriptionSettings.Divisor) switch
        {
            PartDivisor.Thirty when months > 0 => Days(30m * months),
            PartDivisor.ThirtyOne when months > 0 => Days(31m * months),
            PartDivisor.PeriodBack when months > 0 && from > full.From.AtMidnight() =>
                Length(full.Until.PlusMonths(-months).AtMidnight(), full.Until.AtMidnight()),
            PartDivisor.PeriodForward when months > 0 && from > full.From.AtMidnight() =>
                Length(from, from.PlusMonths(months)),
            _ => Length(full.From.AtMidnight(), full.Until.AtMidnight()),
        };
        return part >= whole ? Share.Full : new Share(part, whole);
    }

    private decimal Days(decimal days) => settings.Of(SubscriptionSettings.Counting) == PartCounting.Seconds
        ? days * NodaConstants.SecondsPerDay
        : days;

    private decimal Length(LocalDateTime from, LocalDateTime until) =>
        settings.Of(SubscriptionSettings.Counting) switch
        {
            PartCounting.Seconds => (decimal)(InstantOf(until) - InstantOf(from)).BclCompatibleTicks
                / NodaConstants.TicksPerSecond,
            PartCounting.ThirtyDayMonth => Math.Max(0, ThirtyDay(from.Date, until.Date)),
            _ => NodaTime.Period.DaysBetween(from.Date, until.Date),
        };

    private Instant InstantOf(LocalDateTime time) => time.InZoneLeniently(zone).ToInstant();

    private static int ThirtyDay(LocalDate from, LocalDate until) =>
        ((until.Year - from.Year) * DaysPerYear) + ((until.Month - from.Month) * DaysPerMonth)
        + Math.Min(until.Day, DaysPerMonth) - Math.Min(from.Day, DaysPerMonth);

    private Share ByMonth(int months, LocalDate from, LocalDate until)
    {
        var whole = 0;
        while (from.PlusMonths(whole + 1) <= until)
            whole++;
        var (rest, next) = (from.PlusMonths(whole), from.PlusMonths(whole + 1));
        var divisor = settings.Of(SubscriptionSettings.Divisor) switch
        {
            PartDivisor.Thirty => Days(30m),
            PartDivisor.ThirtyOne => Days(31m),
            _ => Length(rest.AtMidnight(), next.AtMidnight()),
        };
        var left = Math.Min(divisor, Length(rest.AtMidnight(), until.AtMidnight()));
        var part = (whole * divisor) + left;
        return part >= months * divisor ? Share.Full : new Share(part, months * divisor);
    }
}
