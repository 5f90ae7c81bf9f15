using BillingActors.Domain.Tariffs.Events;
using BillingActors.Domain.Tariffs.Recurring;
using BillingActors.Domain.Tariffs.Settings;
using NodaTime;
using NodaTime.Text;

namespace BillingActors.Grains.Mapping.Subscriptions;

/// <summary>Reads the words of subscription and event charges and notes what it cannot read.</summary>
internal static class RecurringReading
{
    private const int CountMax = 1000;

    private static readonly LocalDateTimePattern ToTheMinute =
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    public static BillingInterval Interval(string per, int every, string path, TariffReading reading)
    {
        BillingInterval? one = per switch
        {
            "day" => new(IntervalUnit.Day, 1),
            "week" => new(IntervalUnit.Week, 1),
            "month" => new(IntervalUnit.Month, 1),
            "quarter" => new(IntervalUnit.Month, 3),
            "half-year" => new(IntervalUnit.Month, 6),
            "year" => new(IntervalUnit.Month, 12),
            _ => null,
        };
        if (one is null)
        {
            reading.Add(
                $"{path}/per", "unknown-word", $"\"{per}\" is not day, week, month, quarter, half-year or year.");
        }
        if (every is < 1 or > CountMax)
            reading.Add($"{path}/every", "out-of-range", "An interval is 1 to 1000 of its unit.");
        var known = one ?? BillingInterval.Month;
        return known with { Count = known.Count * Math.Clamp(every, 1, CountMax) };
    }

    public static EventAggregation Aggregation(string word, string path, TariffReading reading)
    {
        EventAggregation? known = word switch
        {
            "count" => EventAggregation.Count,
            "sum" => EventAggregation.Sum,
            "max" => EventAggregation.Max,
            "min" => EventAggregation.Min,
            "average" => EventAggregation.Average,
            "percentile" => EventAggregation.Percentile,
            "unique" => EventAggregation.Unique,
            "latest" => EventAggregation.Latest,
            "weighted-sum" => EventAggregation.WeightedSum,
            "prorated-sum" => EventAggregation.ProratedSum,
            "running-sum" => EventAggregation.RunningSum,
            "running-unique" => EventAggregation.RunningUnique,
            "prorated-unique" => EventAggregation.ProratedUnique,
            _ => null,
        };
        if (known is null)
        {
            reading.Add(path, "unknown-word",
                $"\"{word}\" is not count, sum, max, min, average, percentile, unique, latest, weighted-sum, "
                + "prorated-sum, running-sum, running-unique or prorated-unique.");
        }
        return known ?? EventAggregation.Count;
    }

    /// <summary>One of two words; the first where it is neither, after a problem was noted.</summary>
    public static T OneOf<T>(string word, (string Word, T Value) first, (string Word, T Value) second, Place place)
    {
        if (word == second.Word)
            return second.Value;
        if (word != first.Word)
            place.Reading.Add(place.Path, "unknown-word", $"\"{word}\" is not {first.Word} or {second.Word}.");
        return first.Value;
    }

    public static LocalDateTime Time(string text, string path, TariffReading reading)
    {
        if (LocalDatePattern.Iso.Parse(text) is { Success: true } day)
            return day.Value.AtMidnight();
        if (LocalDateTimePattern.ExtendedIso.Parse(text) is { Success: true } time)
            return time.Value;
        if (ToTheMinute.Parse(text) is { Success: true } minute)
            return minute.Value;
        reading.Add(path, "unknown-word",
            $"\"{text}\" is no day such as \"2025-01-31\" and no local time such as \"2025-01-31T12:00\".");
        return new LocalDateTime(2000, 1, 1, 0, 0);
    }

    public static RatingSettings Settings(
        IEnumerable<KeyValuePair<string, string>>? given, string path, TariffReading reading)
    {
        var settings = RatingSettings.Default;
        foreach (var (name, text) in given ?? [])
        {
            if (settings.With(name, text, out var problem) is { } more)
                settings = more;
            else
                reading.Add($"{path}/{name}", "unknown-setting", problem!);
        }
        return settings;
    }
}
