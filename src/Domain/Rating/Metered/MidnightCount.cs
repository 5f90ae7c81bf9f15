using NodaTime;

namespace BillingActors.Domain.Rating.Metered;

/// <summary>
/// Counts midnights in UTC of days that mostly follow each other, from the one before in the same month.
/// </summary>
internal struct MidnightCount
{
    private int _year;
    private int _month;
    private long _start;

    /// <summary>Minutes from the Unix epoch to the midnight of the day, by the calendar alone.</summary>
    public long Of(LocalDate day)
    {
        // No month has the number zero: the first day is always looked up.
        if (day.Month != _month || day.Year != _year)
        {
            (_year, _month) = (day.Year, day.Month);
            _start = LocalClock.MidnightOf(day) - (day.Day * LocalClock.MinutesPerDay);
        }
        return _start + (day.Day * LocalClock.MinutesPerDay);
    }
}
