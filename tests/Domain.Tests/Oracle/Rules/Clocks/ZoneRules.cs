namespace BillingActors.Domain.Tests.Oracle.Rules.Clocks;

/// <summary>
/// Clocks of a few zones by the laws in force there since 2008, in minutes, without any library of zones: Europe
/// changes at 01:00 UTC on the last Sundays of March and October, America at 02:00 on the second of March and the first
/// of November, Lord Howe by half an hour at 02:00 on the first of October and of April.
/// </summary>
internal sealed class ZoneRules
{
    private const int MinutesPerDay = 1440;
    private const int YearFirst = 2019;
    private const int YearLast = 2030;

    private static readonly int _epoch = new DateOnly(1970, 1, 1).DayNumber;
    private static readonly Dictionary<string, ZoneRules> _known = new(StringComparer.Ordinal)
    {
        ["UTC"] = new(0, 0, null),
        ["Asia/Kathmandu"] = new(345, 0, null),
        ["Europe/Berlin"] = new(60, 60, static year =>
            (Sunday(year, 3, -1, 60), Sunday(year, 10, -1, 60))),
        ["America/New_York"] = new(-300, 60, static year =>
            (Sunday(year, 3, 2, 7 * 60), Sunday(year, 11, 1, 6 * 60))),
        ["Australia/Lord_Howe"] = new(630, 30, static year =>
            (Sunday(year, 10, 1, 120 - 630), Sunday(year, 4, 1, 120 - 660))),
    };

    private readonly int _standard;
    private readonly int _saving;
    private readonly (long Begin, long End)[] _summers;

    private ZoneRules(int standard, int saving, Func<int, (long Begin, long End)>? summer)
    {
        (_standard, _saving) = (standard, saving);
        _summers = summer is null ? [] : [.. Enumerable.Range(YearFirst, YearLast - YearFirst + 1).Select(summer)];
    }

    public static ZoneRules Of(string id) => _known[id];

    public static IReadOnlyCollection<string> Ids => _known.Keys;

    /// <summary>Minute of UTC since 1970 at which the local day begins; no clock is changed at midnight.</summary>
    public long StartOf(int day)
    {
        var midnight = (day - _epoch) * (long)MinutesPerDay;
        return midnight - OffsetAt(midnight - _standard);
    }

    /// <summary>Local day and minute of the day at a minute of UTC.</summary>
    public (int Day, int Minute) LocalAt(long minute)
    {
        var local = minute + OffsetAt(minute);
        var day = Math.DivRem(local, MinutesPerDay, out var rest);
        return rest < 0 ? (_epoch + (int)day - 1, (int)rest + MinutesPerDay) : (_epoch + (int)day, (int)rest);
    }

    /// <summary>First minute of UTC of a day that a source cuts at a fixed offset.</summary>
    public static long FixedStart(int day, int offset) => ((day - _epoch) * (long)MinutesPerDay) - offset;

    private int OffsetAt(long minute)
    {
        foreach (var (begin, end) in _summers)
        {
            // South of the equator a summer ends before it begins in the same year.
            if (begin < end ? begin <= minute && minute < end : IsSouthernSummer(minute, begin, end))
                return _standard + _saving;
        }
        return _standard;
    }

    // Until the end in autumn, or from the beginning in spring on; together these days hold the turn of the year.
    private static bool IsSouthernSummer(long minute, long begin, long end) =>
        (end - (120L * MinutesPerDay) <= minute && minute < end)
        || (begin <= minute && minute < begin + (90L * MinutesPerDay));

    private static long Sunday(int year, int month, int number, int minuteOfUtc)
    {
        var day = number > 0
            ? new DateOnly(year, month, 1)
            : new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        while (day.DayOfWeek != DayOfWeek.Sunday)
            day = day.AddDays(number > 0 ? 1 : -1);
        return ((day.DayNumber - _epoch + (number > 0 ? (number - 1) * 7 : 0)) * (long)MinutesPerDay) + minuteOfUtc;
    }
}
