using System.Globalization;
using System.Text.Json.Nodes;

namespace Formats.Tests.Tariffs;

/// <summary>A second reading of an entry, straight from its bands and intervals and without the importer.</summary>
internal sealed class PlainOpenTariff(JsonNode entry, LoadYear year)
{
    private readonly JsonNode _tariff = entry["tariff"]!;

    /// <summary>The totals of the twelve months, in cents.</summary>
    public long[] Bills() => [.. Enumerable.Range(0, 12).Select(month => (long)(Bill(month) * 100m))];

    private decimal Bill(int month)
    {
        var days = LoadYear.DaysIn(month);
        var sum = _tariff["supply"] is { } supply ? Cents(days * Number(supply["daily"])) : 0m;
        var import = _tariff["import"]!;
        if (_tariff["kind"]!.ToString() == "flat")
            return sum + Cents(
                year.IntervalsOf(month).Sum(hour => year.Taken[hour.Index]) / 1000m * Number(import["flatRate"]));
        var used = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (index, day, minute) in year.IntervalsOf(month))
        {
            var band = BandAt(import["schedule"]!.AsArray(), day, minute);
            used[band] = used.GetValueOrDefault(band) + year.Taken[index];
        }
        return sum + import["bands"]!.AsArray().Sum(
            band => Cents(used.GetValueOrDefault(band!["id"]!.ToString()) / 1000m * Number(band["rate"])));
    }

    private static string BandAt(JsonArray schedule, DayOfWeek day, int minute)
    {
        var kind = day is DayOfWeek.Saturday or DayOfWeek.Sunday ? "weekend" : "weekday";
        var time = string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");
        return schedule
            .Last(interval => (interval!["days"]!.ToString() is "all" || interval["days"]!.ToString() == kind)
            && string.CompareOrdinal(interval["from"]!.ToString(), time) <= 0
            && string.CompareOrdinal(time, interval["to"]!.ToString()) < 0)!["band"]!.ToString();
    }

    private static decimal Cents(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero);

    private static decimal Number(JsonNode? node) =>
        decimal.Parse(node!.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);
}
