namespace BillingActors.Formats.Tariffs;

/// <summary>
/// Which period each minute belongs to, by month of the year and day of the week, as files tell it; periods are
/// numbers.
/// </summary>
internal sealed class YearPlan
{
    public const int Months = 12;
    public const int DaysOfWeek = 7;
    public const int MinutesPerDay = 1440;

    /// <summary>A minute that no period has claimed.</summary>
    public const int Free = -1;

    private readonly int[][] _days = [.. Enumerable.Range(0, Months * DaysOfWeek).Select(static _ => FreeDay())];

    /// <summary>Days of the week that are no weekend, from Monday as 0.</summary>
    public static ReadOnlySpan<int> Weekdays => [0, 1, 2, 3, 4];

    /// <summary>Saturday and Sunday.</summary>
    public static ReadOnlySpan<int> Weekend => [5, 6];

    /// <summary>The period of each minute of a kind of day.</summary>
    public ReadOnlySpan<int> Day(int month, int dayOfWeek) => _days[(month * DaysOfWeek) + dayOfWeek];

    /// <summary>Gives minutes to a period; false where another period had some of them, which keeps them.</summary>
    public bool Claim((int Month, int DayOfWeek) day, int fromMinute, int untilMinute, int period)
    {
        var minutes = _days[(day.Month * DaysOfWeek) + day.DayOfWeek].AsSpan(fromMinute..untilMinute);
        var isFree = true;
        foreach (ref var minute in minutes)
        {
            if (minute == Free)
                minute = period;
            else if (minute != period)
                isFree = false;
        }
        return isFree;
    }

    /// <summary>Gives what is free to a period.</summary>
    public void FillFree(int period)
    {
        foreach (var day in _days)
            day.AsSpan().Replace(Free, period);
    }

    /// <summary>The first free minute: month, day of the week and minute, or null.</summary>
    public (int Month, int DayOfWeek, int Minute)? FirstFree()
    {
        for (var day = 0; day < _days.Length; day++)
        {
            var minute = Array.IndexOf(_days[day], Free);
            if (minute >= 0)
                return (day / DaysOfWeek, day % DaysOfWeek, minute);
        }
        return null;
    }

    /// <summary>The periods that have minutes, in the order of their numbers.</summary>
    public IReadOnlyList<int> Periods() =>
        [.. _days.SelectMany(static day => day.Distinct()).Where(static period => period != Free).Distinct().Order()];

    /// <summary>The period with the most minutes.</summary>
    public int Commonest() => _days.SelectMany(static day => day).CountBy(static period => period)
        .OrderByDescending(static count => count.Value).ThenBy(static count => count.Key).First().Key;

    /// <summary>Whether two months have the same hours.</summary>
    public bool AreSame(int month, int other)
    {
        for (var day = 0; day < DaysOfWeek; day++)
        {
            if (!Day(month, day).SequenceEqual(Day(other, day)))
                return false;
        }
        return true;
    }

    private static int[] FreeDay()
    {
        var minutes = new int[MinutesPerDay];
        Array.Fill(minutes, Free);
        return minutes;
    }
}
