using System.Globalization;

namespace BillingActors.Formats.Urdb.Reading;

/// <summary>
/// The days of a rate. Dates are seconds since 1970 at some American midnight, or text; the end date is the last day.
/// </summary>
internal static class UrdbDates
{
    private const decimal MillisecondsFrom = 100_000_000_000m;

    private static readonly DateOnly AnyDay = new(1900, 1, 1);

    /// <summary>First day and the day after the last.</summary>
    public static (DateOnly From, DateOnly? Until) Read(UrdbFields fields, UrdbOptions options)
    {
        if (!options.KeepDates)
            return (AnyDay, null);
        var from = DayOf(fields, "startdate") ?? AnyDay;
        var until = DayOf(fields, "enddate")?.AddDays(1);
        if (until <= from)
        {
            fields.Refuse("enddate", "ends-before-start",
                $"The rate ends on {until.Value.AddDays(-1):yyyy-MM-dd}, before it starts on {from:yyyy-MM-dd}.");
        }
        return (from, until);
    }

    private static DateOnly? DayOf(UrdbFields fields, string field)
    {
        if (fields.Text(field) is not { } text)
            return null;
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && Seconds(number) is > -62_000_000_000m and < 250_000_000_000m)
        {
            return DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds((long)Seconds(number)).UtcDateTime);
        }
        const DateTimeStyles Universal = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTime.TryParse(text, CultureInfo.InvariantCulture, Universal, out var time))
            return DateOnly.FromDateTime(time);
        fields.Refuse(field, "date-invalid", $"\"{text}\" is no date.");
        return null;
    }

    private static decimal Seconds(decimal number) => number >= MillisecondsFrom ? number / 1000m : number;
}
