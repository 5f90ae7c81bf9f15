using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Oracle.Rules.Clocks;

/// <summary>Days by their running number; the end is exclusive.</summary>
internal readonly record struct DaySpan(int From, int Until)
{
    public int Count => Until - From;

    public static DaySpan Of(Period period) => new(NumberOf(period.From), NumberOf(period.Until));

    public static int NumberOf(LocalDate day) => new DateOnly(day.Year, day.Month, day.Day).DayNumber;

    public bool Contains(int day) => From <= day && day < Until;

    /// <summary>The runs of days that fit.</summary>
    public IEnumerable<DaySpan> Runs(Func<int, bool> fits)
    {
        var from = -1;
        for (var day = From; day <= Until; day++)
        {
            var isInside = day < Until && fits(day);
            if (isInside && from < 0)
                from = day;
            if (isInside || from < 0)
                continue;
            yield return new DaySpan(from, day);
            from = -1;
        }
    }
}
