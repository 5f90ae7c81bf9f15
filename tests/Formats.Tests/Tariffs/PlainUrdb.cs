using System.Globalization;
using System.Text.Json.Nodes;

namespace Formats.Tests.Tariffs;

/// <summary>
/// A second reading of a rate, straight from the arrays of the file and without the importer: month by month, hour by
/// hour, each priced part rounded to the cent.
/// </summary>
internal sealed class PlainUrdb(JsonNode rate, LoadYear year)
{
    /// <summary>Rates in a file: an answer with items, or one alone.</summary>
    public static IEnumerable<JsonNode> RatesIn(string json)
    {
        var root = JsonNode.Parse(json)!;
        return root is JsonObject answer && answer["items"] is JsonArray items ? items.Select(item => item!) : [root];
    }

    /// <summary>The totals of the twelve months, in cents.</summary>
    public long[] Bills(bool withExport = false) =>
        [.. Enumerable.Range(0, 12).Select(month => (long)(Bill(month, withExport) * 100m))];

    private decimal Bill(int month, bool withExport)
    {
        var sum = Fixed(month) + FlatDemand(month) + DemandByTime(month) + Reactive(month)
            + Energy(month, year.Taken, static tier => Number(tier["rate"]) + Number(tier["adj"])) + Fuel(month);
        if (withExport)
            sum -= Energy(month, year.FedIn, static tier => Number(tier["sell"]));
        return decimal.Max(sum, Least(month));
    }

    private decimal Energy(int month, IReadOnlyList<long> hours, Func<JsonNode, decimal> price)
    {
        var sum = 0m;
        var whole = year.IntervalsOf(month).Sum(hour => hours[hour.Index]) / 1000m;
        foreach (var (period, tiers) in Periods("energyratestructure"))
        {
            var used = Hours(month, period, "energy").Sum(hour => hours[hour]) / 1000m;
            var times = (tiers[0]!["unit"]?.ToString() ?? "") switch
            {
                "kWh daily" => DaysIn(month),
                "kWh/kW" => Highest(month, year.Taken),
                _ => 1m,
            };
            // Tiers count the use of the month, of which each period has its share.
            if (used != 0m)
                sum += Tiered(whole, tiers, tier => price(tier) * (used / whole), times);
        }
        return sum;
    }

    private decimal DemandByTime(int month)
    {
        var sum = 0m;
        foreach (var (period, tiers) in Periods("demandratestructure"))
        {
            var highest = Hours(month, period, "demand").Select(hour => year.Taken[hour]).DefaultIfEmpty(0).Max();
            sum += Tiered(year.Demand(highest), tiers, static tier => Number(tier["rate"]) + Number(tier["adj"]), 1);
        }
        return sum;
    }

    private decimal FlatDemand(int month)
    {
        var structure = Periods("flatdemandstructure").ToList();
        if (structure.Count == 0)
            return 0m;
        var tiers = structure[(int)Number(Named("flatdemandmonths")![month])].Tiers;
        return Tiered(Highest(month, year.Taken), tiers, static tier => Number(tier["rate"]) + Number(tier["adj"]), 1);
    }

    private decimal Reactive(int month) =>
        Cents(Highest(month, year.Reactive) * Number(
            Named("demandreactivepowercharge") ?? Named("demandReactPwrCharge")));

    private decimal Fuel(int month) => Named("fueladjustmentsmonthly") is JsonArray months
        ? Cents(year.IntervalsOf(month).Sum(hour => year.Taken[hour.Index]) / 1000m * Number(months[month]))
        : 0m;

    private decimal Fixed(int month)
    {
        var price = Number(Named("fixedchargefirstmeter"));
        return Named("fixedchargeunits")?.ToString() == "$/day" ? Cents(price * DaysIn(month)) : Cents(price);
    }

    private decimal Least(int month)
    {
        var least = Number(Named("mincharge"));
        return least == 0m ? decimal.MinValue / 1000m
            : Named("minchargeunits")?.ToString() == "$/day" ? Cents(least * DaysIn(month)) : Cents(least);
    }

    private static decimal Tiered(decimal quantity, JsonArray tiers, Func<JsonNode, decimal> price, decimal times)
    {
        var (sum, below) = (0m, 0m);
        for (var i = 0; i < tiers.Count && quantity > below; i++)
        {
            var isLast = i == tiers.Count - 1 || tiers[i]!["max"] is null;
            var until = isLast ? quantity : decimal.Min(quantity, Number(tiers[i]!["max"]) * times);
            sum += Cents((until - below) * price(tiers[i]!));
            below = isLast ? quantity : Number(tiers[i]!["max"]) * times;
        }
        return sum;
    }

    private IEnumerable<int> Hours(int month, int period, string kind)
    {
        var (weekday, weekend) = (Named($"{kind}weekdayschedule")!, Named($"{kind}weekendschedule")!);
        foreach (var (index, day, minute) in year.IntervalsOf(month))
        {
            var schedule = day is DayOfWeek.Saturday or DayOfWeek.Sunday ? weekend : weekday;
            if ((int)Number(schedule[month]![minute / 60]) == period)
                yield return index;
        }
    }

    private IEnumerable<(int Period, JsonArray Tiers)> Periods(string name) => Named(name) is JsonArray periods
        ? periods.Select((tiers, period) => (period, tiers!.AsArray()))
        : [];

    private decimal Highest(int month, IReadOnlyList<long> hours) =>
        year.Demand(year.IntervalsOf(month).Max(hour => hours[hour.Index]));

    private JsonNode? Named(string name) => rate[name];

    private static int DaysIn(int month) => LoadYear.DaysIn(month);

    private static decimal Cents(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero);

    private static decimal Number(JsonNode? node) => node is null
        ? 0m
        : decimal.Parse(node.ToJsonString().Trim('"'), NumberStyles.Float, CultureInfo.InvariantCulture);
}
