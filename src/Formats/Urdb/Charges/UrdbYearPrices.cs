using System.Collections.Immutable;
using BillingActors.Formats.Tariffs;
using BillingActors.Formats.Urdb.Reading;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Formats.Urdb.Charges;

/// <summary>
/// Prices for each hour of a year, or shorter, without a date: they are written out for the years that are asked for.
/// </summary>
internal static class UrdbYearPrices
{
    public const string Field = "realtimeprice";

    private const string Series = "real-time";
    private const int MinutesPerDay = 1440;
    private const int DaysPerYear = 365;
    private const int LeapDay = 59;
    private static readonly int[] Lengths = [60, 30, 15, 5];

    /// <summary>The series, or null where there is none or after a problem was noted.</summary>
    public static PriceSeriesDocument? Read(UrdbFields fields, UrdbOptions options)
    {
        if (fields.Find(Field) is not { } value)
            return null;
        var prices = LooseJson.Elements(value)?.Select(LooseJson.Number).ToList();
        if (prices is null || prices.Contains(null))
        {
            fields.Refuse(Field, "number-invalid", "Prices of a year are a list of numbers.");
            return null;
        }
        var minutes = Array.Find(Lengths, length => DaysIn(prices.Count, length) is DaysPerYear or DaysPerYear + 1);
        if (minutes == 0)
        {
            fields.Refuse(Field, "year-incomplete",
                $"{prices.Count} prices are no year of hours, half hours, quarters of an hour or five minutes.");
            return null;
        }
        if (options.PriceYears is not { } years)
        {
            fields.Refuse(Field, "prices-undated", "Prices of a year need the year they are for.");
            return null;
        }
        ImmutableArray<decimal> given = [.. prices.OfType<decimal>()];
        return new PriceSeriesDocument(
            Series, new DateOnly(years.First, 1, 1), Days(given, MinutesPerDay / minutes, years), minutes, years.Zone);
    }

    private static int DaysIn(int count, int minutes) =>
        count % (MinutesPerDay / minutes) == 0 ? count * minutes / MinutesPerDay : 0;

    // A leap day that the prices do not have is left open: a bill that needs it is held.
    private static ImmutableArray<ImmutableArray<decimal>> Days(
        ImmutableArray<decimal> prices, int perDay, UrdbPriceYears years)
    {
        var days = ImmutableArray.CreateBuilder<ImmutableArray<decimal>>();
        var hasLeapDay = prices.Length / perDay > DaysPerYear;
        for (var year = years.First; year <= years.Last; year++)
        {
            for (var day = 0; day < DaysPerYear; day++)
            {
                var at = hasLeapDay && day >= LeapDay ? day + 1 : day;
                if (day == LeapDay && DateTime.IsLeapYear(year))
                    days.Add(hasLeapDay ? prices.Slice(LeapDay * perDay, perDay) : []);
                days.Add(prices.Slice(at * perDay, perDay));
            }
        }
        return days.ToImmutable();
    }
}
