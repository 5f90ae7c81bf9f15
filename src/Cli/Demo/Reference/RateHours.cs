using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Cli.Demo.Reference;

/// <summary>
/// Converts the twelve by twenty-four schedules of the rate database into a calendar, and its tiers into prices.
/// </summary>
internal static class RateHours
{
    private const string CalendarId = "hours";
    private const int HourCount = 24;

    /// <summary>The price of energy, and the calendar where there is more than one period.</summary>
    public static (PriceDocument Price, CalendarDocument? Calendar) Convert(JsonElement rate)
    {
        if (!rate.TryGetProperty("energyratestructure", out var structure))
            throw new UnsupportedTariffException("has no price for energy");
        var periods = structure.EnumerateArray().Select(TiersOf).ToList();
        if (periods.Count == 1)
            return (periods[0], null);
        ImmutableArray<CalendarRuleDocument> rules =
            [.. Rules(rate, "energyweekdayschedule", "weekday"), .. Rules(rate, "energyweekendschedule", "weekend")];
        var used = rules.Select(rule => rule.Period).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<PeriodPriceDocument> prices =
        [
            .. periods.Select((price, index) => new PeriodPriceDocument(Period(index), price))
                .Where(price => used.Contains(price.Period)),
        ];
        ImmutableArray<SeasonDocument> seasons =
            [.. Enumerable.Range(1, 12).Select(month => new SeasonDocument(Season(month), Two(month) + "-01"))];
        return (new PriceDocument.TimeOfUse(CalendarId, prices),
            new CalendarDocument(CalendarId, rules, Seasons: seasons));
    }

    private static PriceDocument TiersOf(JsonElement tiers)
    {
        var steps = tiers.EnumerateArray().ToList();
        var unit = UnitOf(steps[0]);
        if (steps.Exists(step => UnitOf(step) != unit))
            throw new UnsupportedTariffException("has tiers of different units in one period");
        if (steps.Count == 1 && !steps[0].TryGetProperty("max", out _))
            return new PriceDocument.Flat(PriceOf(steps[0]));
        var per = unit switch
        {
            "kWh" => "month",
            "kWh daily" => "day",
            _ => throw new UnsupportedTariffException($"has tiers per {unit}, not per kWh or kWh daily"),
        };
        return new PriceDocument.Tiers(per,
        [
            .. steps.Select(step => new TierDocument(
                PriceOf(step), step.TryGetProperty("max", out var limit) ? limit.GetDecimal() : null)),
        ]);
    }

    private static string UnitOf(JsonElement step) =>
        step.TryGetProperty("unit", out var unit) ? unit.GetString() ?? "kWh" : "kWh";

    private static decimal PriceOf(JsonElement step) =>
        step.GetProperty("rate").GetDecimal() + (step.TryGetProperty("adj", out var more) ? more.GetDecimal() : 0m);

    // Hours in a row with the same period become one rule.
    private static IEnumerable<CalendarRuleDocument> Rules(JsonElement rate, string schedule, string days)
    {
        var month = 0;
        foreach (var hours in rate.GetProperty(schedule).EnumerateArray())
        {
            month++;
            var periods = hours.EnumerateArray().Select(period => period.GetInt32()).ToList();
            if (periods.Count != HourCount)
                throw new UnsupportedTariffException($"has a schedule of {periods.Count} hours");
            for (var from = 0; from < HourCount;)
            {
                var until = from + 1;
                while (until < HourCount && periods[until] == periods[from])
                    until++;
                yield return new CalendarRuleDocument(
                    Period(periods[from]), Two(from) + ":00", Two(until) + ":00", Season(month), [days]);
                from = until;
            }
        }
    }

    private static string Period(int index) => "period-" + index.ToString(CultureInfo.InvariantCulture);

    private static string Season(int month) => "month-" + Two(month);

    private static string Two(int number) => number.ToString("D2", CultureInfo.InvariantCulture);
}
