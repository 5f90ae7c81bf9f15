using System.Globalization;
using System.Text.Json;
using BillingActors.Formats.Tariffs;

namespace BillingActors.Formats.OpenTariffs;

/// <summary>
/// Reads intervals of a week: days, and hours of which the end is exclusive and may lie past midnight.
/// </summary>
internal static class OpenHours
{
    private static readonly string[] Names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    private static readonly string[] Members = ["days", "from", "to", "band"];

    /// <summary>Claims the hours of an interval in some months; the band is looked up by its id.</summary>
    public static void Claim(
        (JsonElement Value, string Path) interval,
        YearPlan plan,
        Func<int, string, int?> periodOf,
        ImportFindings findings)
    {
        var read = new OpenObject(interval.Value, interval.Path, findings, Members);
        var (from, until) = (MinuteOf(read, "from"), MinuteOf(read, "to"));
        var band = read.Text("band");
        if (findings.HasProblems)
            return;
        foreach (var day in DaysOf(read))
        {
            for (var month = 0; month < YearPlan.Months; month++)
            {
                if (periodOf(month, band) is not { } period)
                    read.Findings.Refuse($"{interval.Path}/band", "period-unknown", $"There is no band {band}.");
                else if (!ClaimHours(plan, (month, day), (from, until), period))
                    read.Findings.Refuse(interval.Path, "hours-overlap", "Another interval has some of these hours.");
                if (findings.HasProblems)
                    return;
            }
        }
    }

    private static bool ClaimHours(YearPlan plan, (int Month, int Day) day, (int From, int Until) hours, int period)
    {
        if (hours.From < hours.Until)
            return plan.Claim(day, hours.From, hours.Until, period);
        // The days are those of the hours themselves, on either side of midnight.
        var isFree = plan.Claim(day, hours.From, YearPlan.MinutesPerDay, period);
        return plan.Claim(day, 0, hours.Until, period) && isFree;
    }

    private static IReadOnlyList<int> DaysOf(OpenObject interval)
    {
        switch (interval.Find("days"))
        {
            case { ValueKind: JsonValueKind.String } word:
                return word.GetString() switch
                {
                    "all" => [.. YearPlan.Weekdays, .. YearPlan.Weekend],
                    "weekday" => [.. YearPlan.Weekdays],
                    "weekend" => [.. YearPlan.Weekend],
                    _ => Unknown(interval),
                };
            case { ValueKind: JsonValueKind.Array } list:
                var days = list.EnumerateArray().Select(static day => Array.IndexOf(Names, day.ToString())).ToList();
                return days.Contains(-1) ? Unknown(interval) : days;
            default:
                return Unknown(interval);
        }
    }

    private static IReadOnlyList<int> Unknown(OpenObject interval)
    {
        interval.Findings
            .Refuse($"{interval.Path}/days", "word-unknown", "Days are all, weekday, weekend or mon … sun.");
        return [];
    }

    private static int MinuteOf(OpenObject interval, string member)
    {
        var text = interval.Text(member);
        if (text.Length == 5 && text[2] == ':'
            && int.TryParse(text.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
            && int.TryParse(text.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var minute)
            && minute < 60 && (hour * 60) + minute <= YearPlan.MinutesPerDay)
        {
            return (hour * 60) + minute;
        }
        interval.Findings.Refuse($"{interval.Path}/{member}", "time-invalid", $"\"{text}\" is no time such as 07:00.");
        return 0;
    }
}
