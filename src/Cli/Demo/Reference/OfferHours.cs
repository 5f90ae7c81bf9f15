using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Cli.Demo.Reference;

/// <summary>Converts the hours of a published time-of-use offer into a calendar and its prices.</summary>
internal static class OfferHours
{
    private const string CalendarId = "hours";
    private const int MonthCount = 12;

    /// <summary>The price by period, and the calendar that says when each holds.</summary>
    public static (PriceDocument Price, CalendarDocument Calendar) Convert(JsonElement offer)
    {
        var isSeasonal = offer.EnumerateObject().Any(period => Months(period.Value).Length < MonthCount);
        var rules = offer.EnumerateObject().SelectMany(period => Rules(period, isSeasonal)).ToImmutableArray();
        ImmutableArray<SeasonDocument>? seasons = isSeasonal
            ? [.. Enumerable.Range(1, MonthCount).Select(month =>
                new SeasonDocument(Season(month), Two(month) + "-01"))]
            : null;
        ImmutableArray<PeriodPriceDocument> prices =
        [
            .. offer.EnumerateObject().Select(period => new PeriodPriceDocument(
                period.Name, new PriceDocument.Flat(period.Value.GetProperty("Value").GetDecimal()))),
        ];
        return (new PriceDocument.TimeOfUse(CalendarId, prices),
            new CalendarDocument(CalendarId, rules, Seasons: seasons));
    }

    private static IEnumerable<CalendarRuleDocument> Rules(JsonProperty period, bool isSeasonal)
    {
        string?[] seasons = isSeasonal ? [.. Months(period.Value).Select(Season)] : [null];
        return
            from season in seasons
            from stretch in period.Value.GetProperty("TimeIntervals").EnumerateObject()
            from hours in Stretches(stretch.Value[0].GetString()!, stretch.Value[1].GetString()!)
            select new CalendarRuleDocument(period.Name, hours.From, hours.Until, season, Days(period.Value));
    }

    // A stretch over midnight is two; one that ends where it begins is the whole day.
    private static IEnumerable<(string From, string Until)> Stretches(string from, string until)
    {
        if (until is "00:00" or "23:59")
            until = "24:00";
        if (string.CompareOrdinal(from, until) < 0)
            return [(from, until)];
        return from == until ? [("00:00", "24:00")] : Parts(from, until);
    }

    private static IEnumerable<(string From, string Until)> Parts(string from, string until)
    {
        if (from != "24:00")
            yield return (from, "24:00");
        if (until != "00:00")
            yield return ("00:00", until);
    }

    private static ImmutableArray<string>? Days(JsonElement period) =>
        (period.GetProperty("Weekday").GetBoolean(), period.GetProperty("Weekend").GetBoolean()) switch
        {
            (true, true) => null,
            (true, false) => ["weekday"],
            (false, true) => ["weekend"],
            _ => throw new UnsupportedTariffException("has hours on no day at all"),
        };

    private static int[] Months(JsonElement period) =>
        [.. period.GetProperty("Month").EnumerateArray().Select(month => month.GetInt32())];

    private static string Season(int month) => "month-" + Two(month);

    private static string Two(int number) => number.ToString("D2", CultureInfo.InvariantCulture);
}
