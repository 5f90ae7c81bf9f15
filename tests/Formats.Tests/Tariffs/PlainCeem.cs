using System.Globalization;
using System.Text.Json.Nodes;

namespace Formats.Tests.Tariffs;

/// <summary>A second reading of an Australian tariff, straight from its parameters and without the importer.</summary>
internal sealed class PlainCeem(JsonNode parameters, LoadYear year)
{
    /// <summary>Totals in cents; a bill is for a quarter where blocks are, else for a month.</summary>
    public long[] Bills(bool withExport = false) =>
        [.. Enumerable.Range(0, 12 / Months).Select(bill => (long)(Bill(bill * Months, withExport) * 100m))];

    /// <summary>Months in a bill.</summary>
    public int Months => parameters["BlockQuarterly"] is null ? 1 : 3;

    private decimal Bill(int first, bool withExport)
    {
        var intervals = Enumerable.Range(first, Months)
            .SelectMany(month => year.IntervalsOf(month).Select(found => (found.Index, month, found.Day, found.Minute)))
                .ToList();
        var days = Enumerable.Range(first, Months).Sum(LoadYear.DaysIn);
        var used = intervals.Sum(found => year.Taken[found.Index]) / 1000m;
        var sum = Cents(days * Number(parameters["Daily"]!["Value"]))
            + Flat("FlatRate", used) + Blocks("BlockQuarterly", used, 1) + Blocks("BlockDaily", used, days)
            + ByTime("TOU", year.Taken) + Demand();
        return withExport
            ? sum - Flat("FiT", intervals.Sum(found => year.FedIn[found.Index]) / 1000m) - ByTime("FiT_TOU", year.FedIn)
            : sum;

        decimal ByTime(string name, IReadOnlyList<long> energy) => parameters[name]?.AsObject().Sum(band => Cents(
            Number(band.Value!["Value"]) * intervals
                .Where(found => IsIn(band.Value, found.month, found.Day, found.Minute))
                .Sum(found => energy[found.Index]) / 1000m)) ?? 0m;

        decimal Demand() => parameters["Demand"]?.AsObject().Sum(charge => Cents(Number(charge.Value!["Value"])
            * (charge.Value["Unit"]?.ToString() == "$/kW/Day" ? days : 1)
            * intervals.Where(found => IsIn(charge.Value, found.month, found.Day, found.Minute))
                .Select(found => year.Demand(year.Taken[found.Index])).DefaultIfEmpty(0m).Max())) ?? 0m;
    }

    private decimal Flat(string name, decimal quantity) =>
        parameters[name] is { } price ? Cents(quantity * Number(price["Value"])) : 0m;

    private decimal Blocks(string name, decimal quantity, int times)
    {
        var (sum, below) = (0m, 0m);
        foreach (var (_, block) in parameters[name]?.AsObject() ?? [])
        {
            var bound = block!["HighBound"]?.ToString() ?? "Infinity";
            var limit = bound == "Infinity" ? decimal.MaxValue : Number(block["HighBound"]) * times;
            var part = decimal.Max(0m, decimal.Min(quantity, limit) - below);
            sum += Cents(part * Number(block["Value"]));
            below = limit;
        }
        return sum;
    }

    private static bool IsIn(JsonNode band, int month, DayOfWeek day, int minute)
    {
        var isWeekend = day is DayOfWeek.Saturday or DayOfWeek.Sunday;
        if (band["Month"] is JsonArray months && !months.Any(listed => listed!.GetValue<int>() == month + 1))
            return false;
        if (band[isWeekend ? "Weekend" : "Weekday"]?.GetValue<bool>() == false)
            return false;
        return band["TimeIntervals"] is not JsonObject intervals || intervals.Any(interval =>
        {
            var (from, until) = (Minute(interval.Value![0]!), Minute(interval.Value[1]!));
            return from < until ? from <= minute && minute < until : minute >= from || minute < until;
        });
    }

    private static int Minute(JsonNode clock)
    {
        var parts = clock.ToString().Split(':');
        return (int.Parse(parts[0], CultureInfo.InvariantCulture) * 60)
            + int.Parse(parts[1], CultureInfo.InvariantCulture);
    }

    private static decimal Cents(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero);

    private static decimal Number(JsonNode? node) =>
        decimal.Parse(node!.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);
}
