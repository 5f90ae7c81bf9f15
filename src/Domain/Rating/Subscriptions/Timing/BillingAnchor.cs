using BillingActors.Domain.Tariffs.Recurring;
using BillingActors.Domain.Tariffs.Settings.Subscriptions;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Subscriptions.Timing;

/// <summary>
/// The boundaries of the periods of an interval. Each is counted from the first one and never from the one before, so
/// that the 31st is the 28th in February and the 31st again in March.
/// </summary>
/// <param name="Interval">How long a period is.</param>
/// <param name="First">A boundary that the others are counted from.</param>
/// <param name="Day">Day of the month, 1 to 31; a month without it has its last day instead.</param>
public sealed record BillingAnchor(BillingInterval Interval, LocalDate First, int Day)
{
    private const int MonthsPerYear = 12;
    private static readonly LocalDate FirstMonday = new(1, 1, 1);

    /// <summary>The boundaries of a contract, or of the part of its life from a day on.</summary>
    public static BillingAnchor Of(
        BillingInterval interval, LocalDate start, int? day, BillingAlignment alignment, FirstPeriod first)
    {
        if (interval.Months == 0)
            return new BillingAnchor(interval, FirstOfDays(interval, start, alignment), 1);
        var anchor = day ?? (alignment == BillingAlignment.Calendar ? 1 : start.Day);
        var month = MonthOf(start);
        if (alignment == BillingAlignment.Calendar)
            month -= month % interval.Months;
        var step = alignment == BillingAlignment.Calendar || first == FirstPeriod.WholeInterval ? interval.Months : 1;
        while (DayIn(month, anchor) < start)
            month += step;
        return new BillingAnchor(interval, DayIn(month, anchor), anchor);
    }

    /// <summary>The boundary so many intervals after the first.</summary>
    public LocalDate Boundary(int index) => Interval.Months == 0
        ? First.PlusDays(index * Interval.Days)
        : DayIn(MonthOf(First) + (index * Interval.Months), Day);

    /// <summary>The full period that holds the day.</summary>
    public Period PeriodOf(LocalDate day)
    {
        var index = Interval.Months == 0
            ? FloorOf(NodaTime.Period.DaysBetween(First, day), Interval.Days)
            : FloorOf(MonthOf(day) - MonthOf(First), Interval.Months);
        // In its own month a day may still lie before the boundary.
        if (Boundary(index) > day)
            index--;
        return new Period(Boundary(index), Boundary(index + 1));
    }

    private static LocalDate FirstOfDays(BillingInterval interval, LocalDate start, BillingAlignment alignment)
    {
        if (alignment != BillingAlignment.Calendar || interval.Unit != IntervalUnit.Week)
            return start;
        var days = NodaTime.Period.DaysBetween(FirstMonday, start);
        return FirstMonday.PlusDays(-FloorOf(-days, interval.Days) * interval.Days);
    }

    private static int MonthOf(LocalDate day) => (day.Year * MonthsPerYear) + day.Month - 1;

    private static LocalDate DayIn(int month, int day)
    {
        var (year, index) = (month / MonthsPerYear, month % MonthsPerYear);
        return new LocalDate(year, index + 1, Math.Min(day, CalendarSystem.Iso.GetDaysInMonth(year, index + 1)));
    }

    private static int FloorOf(int dividend, int divisor) =>
        (dividend / divisor) - (dividend % divisor < 0 ? 1 : 0);
}
