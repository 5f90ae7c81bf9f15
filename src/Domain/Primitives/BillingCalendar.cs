using System.Collections.Immutable;
using NodaTime;

namespace BillingActors.Domain.Primitives;

/// <summary>
/// The periods of a bill cycle: every so many months from a day of the month, or explicit boundaries. An anchor day
/// that
/// a month does not have falls on its last day, and the next month has the anchor again (31 → 28 → 31).
/// </summary>
/// <param name="AnchorDay">Day of the month periods begin on, 1 to 31.</param>
/// <param name="Months">Months of a period, 1 to 12.</param>
/// <param name="Boundaries">Explicit boundaries in order; where there are any, they replace the rule.</param>
/// <param name="AnchorMonth">
/// A month periods begin in, 1 to 12, January unless told otherwise. Periods that do not divide the year are counted
/// from this month of year 0.
/// </param>
public sealed record BillingCalendar(
    int AnchorDay, int Months, ImmutableArray<LocalDate> Boundaries, int AnchorMonth = 1)
{
    /// <summary>Calendar months.</summary>
    public static BillingCalendar Monthly { get; } = new(1, 1, []);

    /// <summary>The period that holds the day; null when explicit boundaries do not reach so far.</summary>
    public Period? PeriodOf(LocalDate day)
    {
        if (Boundaries.IsDefaultOrEmpty)
            return RulePeriodOf(day);
        for (var i = 1; i < Boundaries.Length; i++)
        {
            if (Boundaries[i - 1] <= day && day < Boundaries[i])
                return new Period(Boundaries[i - 1], Boundaries[i]);
        }
        return null;
    }

    /// <summary>The period that ends, exclusively, on the day; null when none does.</summary>
    public Period? EndingOn(LocalDate until) =>
        PeriodOf(until.PlusDays(-1)) is { } period && period.Until == until ? period : null;

    /// <summary>The periods that have days of a span, in order; null when the calendar does not cover it.</summary>
    public ImmutableArray<Period>? Covering(Period span)
    {
        var periods = ImmutableArray.CreateBuilder<Period>();
        for (var day = span.From; day < span.Until; day = periods[^1].Until)
        {
            if (PeriodOf(day) is not { } period)
                return null;
            periods.Add(period);
        }
        return periods.ToImmutable();
    }

    private Period RulePeriodOf(LocalDate day)
    {
        var month = Floor((day.Year * 12) + day.Month - 1);
        if (day < StartIn(month))
            month -= Months;
        return new Period(StartIn(month), StartIn(month + Months));
    }

    private int Floor(int month) => month - ((month - (AnchorMonth - 1)) % Months);

    private LocalDate StartIn(int month)
    {
        var (year, index) = (month / 12, month % 12);
        var last = CalendarSystem.Iso.GetDaysInMonth(year, index + 1);
        return new LocalDate(year, index + 1, Math.Min(AnchorDay, last));
    }
}
