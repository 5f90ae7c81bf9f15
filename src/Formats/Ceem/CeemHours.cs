using System.Globalization;
using System.Text.Json;
using BillingActors.Formats.Tariffs;

namespace BillingActors.Formats.Ceem;

/// <summary>
/// The hours of a price: months, weekdays or weekends, and intervals of the clock. What is not told is all; an interval
/// past midnight has its hours on either side of the same day.
/// </summary>
internal static class CeemHours
{
    /// <summary>Claims the hours of a price for a period; false where they are taken or cannot be read.</summary>
    public static bool Claim(
        JsonElement price, string path, (YearPlan Plan, int Period) target, ImportFindings findings)
    {
        var isFree = true;
        foreach (var (from, until) in Intervals(price, path, findings))
        {
            foreach (var month in MonthsOf(price))
            {
                foreach (var day in DaysOf(price))
                    isFree &= target.Plan.Claim((month, day), from, until, target.Period);
            }
        }
        if (!isFree)
            findings.Refuse(path, "hours-overlap", "Another price has some of these hours.");
        return isFree && !findings.HasProblems;
    }

    private static IReadOnlyList<int> MonthsOf(JsonElement price) =>
        price.TryGetProperty("Month", out var months) && months.ValueKind == JsonValueKind.Array
            ? [.. months.EnumerateArray().Select(static month => month.GetInt32() - 1).Distinct()
                .Where(static month => month is >= 0 and < YearPlan.Months)]
            : [.. Enumerable.Range(0, YearPlan.Months)];

    private static List<int> DaysOf(JsonElement price)
    {
        var days = new List<int>();
        if (IsOn(price, "Weekday"))
            days.AddRange(YearPlan.Weekdays);
        if (IsOn(price, "Weekend"))
            days.AddRange(YearPlan.Weekend);
        return days;
    }

    private static bool IsOn(JsonElement price, string member) =>
        !price.TryGetProperty(member, out var value) || value.ValueKind != JsonValueKind.False;

    private static List<(int From, int Until)> Intervals(
        JsonElement price, string path, ImportFindings findings)
    {
        if (!price.TryGetProperty("TimeIntervals", out var intervals) || intervals.ValueKind != JsonValueKind.Object)
            return [(0, YearPlan.MinutesPerDay)];
        var read = new List<(int, int)>();
        foreach (var interval in intervals.EnumerateObject())
        {
            var clocks = interval.Value.EnumerateArray().Select(MinuteOf).ToList();
            if (clocks is [{ } from, { } until])
                read.AddRange(Parts(from, until));
            else
                findings.Refuse(
                    $"{path}/TimeIntervals/{interval.Name}", "time-invalid", "An interval is two times such as 07:00.");
        }
        return read;
    }

    private static IEnumerable<(int From, int Until)> Parts(int from, int until)
    {
        if (from < until)
            return [(from, until)];
        return until == 0 ? [(from, YearPlan.MinutesPerDay)] : [(from, YearPlan.MinutesPerDay), (0, until)];
    }

    // "7:00", "07:00" and "07: 00" occur.
    private static int? MinuteOf(JsonElement clock)
    {
        var parts = clock.ToString().Split(':');
        return parts.Length == 2
            && int.TryParse(parts[0].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
            && int.TryParse(parts[1].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var minute)
            && minute < 60 && (hour * 60) + minute <= YearPlan.MinutesPerDay
            ? (hour * 60) + minute
            : null;
    }
}
