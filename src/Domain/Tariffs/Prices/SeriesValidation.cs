using NodaTime;

namespace BillingActors.Domain.Tariffs.Prices;

/// <summary>Checks lists of events and series of published prices: no overlap, no missing hour inside a day.</summary>
internal static class SeriesValidation
{
    private const int MinutesPerDay = 1440;
    private const int MinutesPerHour = 60;

    public static void Check(TariffVersion version, DateTimeZone? zone, string path, ProblemList problems)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < version.Events.Length; i++)
        {
            if (!known.Add(version.Events[i].Id))
                problems.Add($"{path}/events/{i}/id", "duplicate-events", $"{version.Events[i].Id} is there twice.");
            CheckEvents(version.Events[i], $"{path}/events/{i}/events", problems);
        }
        known.Clear();
        for (var i = 0; i < version.Series.Length; i++)
        {
            if (!known.Add(version.Series[i].Id))
                problems.Add($"{path}/series/{i}/id", "duplicate-series", $"{version.Series[i].Id} is there twice.");
            CheckSeries(version.Series[i], zone, $"{path}/series/{i}", problems);
        }
    }

    private static void CheckEvents(EventList list, string path, ProblemList problems)
    {
        for (var i = 0; i < list.Events.Length; i++)
        {
            var called = list.Events[i];
            if (called.FromMinute < 0 || called.UntilMinute > MinutesPerDay || called.FromMinute >= called.UntilMinute)
                problems.Add($"{path}/{i}/until", "hours-reversed", "The hours of an event lie within one day.");
            if (called.Baseline < 0m)
                problems.Add($"{path}/{i}/baseline", "out-of-range", "A baseline is not negative.");
            if (list.Events.Take(i).Any(earlier => earlier.Day == called.Day
                && earlier.FromMinute < called.UntilMinute && called.FromMinute < earlier.UntilMinute))
            {
                problems.Add($"{path}/{i}", "hours-overlap", $"Two events share hours of {called.Day:uuuu-MM-dd}.");
            }
        }
    }

    private static void CheckSeries(PriceSeries series, DateTimeZone? zone, string path, ProblemList problems)
    {
        if (series.Minutes < 1 || MinutesPerHour % series.Minutes != 0)
        {
            problems.Add($"{path}/minutes", "out-of-range", "A price is for 60, 30, 15 or 5 minutes.");
            return;
        }
        for (var i = 0; i < series.Days.Length; i++)
        {
            var day = series.FirstDay.PlusDays(i);
            var count = series.Days[i].Length;
            // Without a zone of its own or of the tariff, that of the legal entity decides when it is rated.
            var isRight = (series.Zone ?? zone) is { } known
                ? count == series.CountOf(day, known)
                : count * series.Minutes is >= MinutesPerDay - MinutesPerHour and <= MinutesPerDay + MinutesPerHour;
            if (count > 0 && !isRight)
                problems.Add($"{path}/days/{i}", "missing-hours", $"{day:uuuu-MM-dd} has {count} prices.");
        }
    }
}
