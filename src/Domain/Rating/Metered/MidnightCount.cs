using NodaTime;

namespace BillingActors.Domain.Rating.Metered;

/// <summary>
/// Counts midnights in UTC of days that mostly follow each other, from the one before in the same month.
/// </summary>
internal struct MidnightCount
{
    private LocalDate _month;
    private long _start;

    /// <summary>Minutes from the Unix epoch to the midnight of the day, by the calendar alone.</summary>
    public long Of(LocalDate day)
    {
        if (_start == 0 || day.Month != _month.Month || day.Year != _month.Year)
        {
            _month = day;
            _start = LocalClock.MidnightOf(day) - ((day.Day - 1) * LocalClock.MinutesPerDay);
        }
        return _start + ((day.Day - 1) * LocalClock.MinutesPerDay);
    }
}
