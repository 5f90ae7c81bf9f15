using System.Collections.Immutable;
using System.Globalization;

namespace Formats.Tests.Tariffs;

/// <summary>
/// A year of intervals, in Wh: what is taken, fed in and drawn as reactive energy. 2025, in local time.
/// </summary>
internal sealed record LoadYear(
    int Minutes, ImmutableArray<long> Taken, ImmutableArray<long> FedIn, ImmutableArray<long> Reactive)
{
    public const int Year = 2025;
    private const int DaysPerYear = 365;
    private const int MinutesPerDay = 1440;

    public int PerDay => MinutesPerDay / Minutes;

    /// <summary>A load of our own with a daily and a yearly wave and some noise; the sun shines by day.</summary>
    public static LoadYear Made(long level, int minutes = 60)
    {
        var seed = 20250101u;
        var taken = new long[DaysPerYear * MinutesPerDay / minutes];
        var fed = new long[taken.Length];
        for (var i = 0; i < taken.Length; i++)
        {
            seed = unchecked((seed * 1664525u) + 1013904223u);
            var (day, clock) = (i * minutes / MinutesPerDay, i * minutes % MinutesPerDay / 60);
            var wave = 60 + (clock is >= 7 and < 23 ? 30 : 0) + (clock is >= 17 and < 21 ? 45 : 0);
            var season = 100 + (Math.Abs(day - 182) / 4);
            taken[i] = ((level * wave * season / 10_000) + (seed % (level / 3))) * minutes / 60;
            fed[i] = clock is >= 9 and < 16 ? level * (200 - Math.Abs(day - 182)) / 400 * minutes / 60 : 0;
        }
        return new LoadYear(minutes, [.. taken], [.. fed], [.. taken.Select(static value => value / 4)]);
    }

    /// <summary>A load in kW per hour, one per line, as simulation tools keep it.</summary>
    public static LoadYear Read(string path)
    {
        var values = File.ReadLines(path)
            .Select(static line =>
                decimal.TryParse(line, NumberStyles.Float, CultureInfo.InvariantCulture, out var kilowatts)
                ? (long)decimal.Round(kilowatts * 1000m)
                : -1L)
            .Where(static value => value >= 0).Take(DaysPerYear * 24).ToImmutableArray();
        Assert.Equal(DaysPerYear * 24, values.Length);
        return new LoadYear(
            60, values, [.. values.Select(static _ => 0L)], [.. values.Select(static value => value / 3)]);
    }

    /// <summary>The intervals of a month, from 0, with the day of the week and the minute of the day.</summary>
    public IEnumerable<(int Index, DayOfWeek Day, int Minute)> IntervalsOf(int month)
    {
        var first = new DateTime(Year, month + 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
        var start = (first.DayOfYear - 1) * PerDay;
        for (var i = 0; i < DaysIn(month) * PerDay; i++)
            yield return (start + i, first.AddMinutes(i * Minutes).DayOfWeek, i * Minutes % MinutesPerDay);
    }

    /// <summary>Energy of an interval as its mean demand, in kW or kVAr.</summary>
    public decimal Demand(long energy) => energy * (60m / Minutes) / 1000m;

    public static int DaysIn(int month) => DateTime.DaysInMonth(Year, month + 1);
}
