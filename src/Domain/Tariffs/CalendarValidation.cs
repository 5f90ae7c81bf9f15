using System.Globalization;

namespace BillingActors.Domain.Tariffs;

/// <summary>Checks a time-of-use calendar: every minute of every kind of day belongs to exactly one period.</summary>
internal static class CalendarValidation
{
    public static void Check(TimeOfUseCalendar calendar, string path, ProblemList problems)
    {
        CheckSeasons(calendar, path, problems);
        for (var i = 0; i < calendar.Rules.Length; i++)
            CheckRule(calendar, i, $"{path}/rules/{i}", problems);
        CheckHours(calendar, path, problems);
    }

    private static void CheckSeasons(TimeOfUseCalendar calendar, string path, ProblemList problems)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var starts = new HashSet<(int, int)>();
        for (var i = 0; i < calendar.Seasons.Length; i++)
        {
            var season = calendar.Seasons[i];
            if (!starts.Add((season.From.Month, season.From.Day)))
                problems.Add($"{path}/seasons/{i}/from", "duplicate-season", "Two seasons begin on one day.");
            names.Add(season.Name);
        }
        for (var i = 0; i < calendar.Rules.Length; i++)
        {
            if (calendar.Rules[i].Season is { } name && !names.Contains(name))
                problems.Add($"{path}/rules/{i}/season", "unknown-season", $"There is no season {name}.");
        }
    }

    private static void CheckRule(TimeOfUseCalendar calendar, int index, string path, ProblemList problems)
    {
        var rule = calendar.Rules[index];
        var isInDay = rule.FromMinute >= 0 && rule.UntilMinute <= TimeOfUseCalendar.MinutesPerDay;
        if (!isInDay || rule.FromMinute >= rule.UntilMinute)
            problems.Add($"{path}/until", "hours-reversed", "Hours lie within one day; past midnight takes two rules.");
        if (rule.Days == DayKind.None)
            problems.Add($"{path}/days", "required", "A rule is for at least one kind of day.");
        for (var earlier = 0; earlier < index; earlier++)
        {
            if (Meet(calendar.Rules[earlier], rule))
                problems.Add(path, "hours-overlap", $"Rule {earlier} claims some of the same hours.");
        }
    }

    private static bool Meet(TimeOfUseRule left, TimeOfUseRule right) =>
        (left.Days & right.Days) != DayKind.None
        && (left.Season is null || right.Season is null || left.Season == right.Season)
        && left.FromMinute < right.UntilMinute && right.FromMinute < left.UntilMinute;

    private static void CheckHours(TimeOfUseCalendar calendar, string path, ProblemList problems)
    {
        for (var season = 0; season < Math.Max(1, calendar.Seasons.Length); season++)
        {
            for (var kind = 0; kind < TimeOfUseCalendar.KindsOfDay.Length; kind++)
            {
                if (TimeOfUseCalendar.KindsOfDay[kind] == DayKind.Holiday && calendar.Holidays.IsEmpty)
                    continue;
                AddMissing(calendar, (season, kind), path, problems);
            }
        }
    }

    private static void AddMissing(
        TimeOfUseCalendar calendar, (int Season, int Kind) plan, string path, ProblemList problems)
    {
        var start = 0;
        foreach (var run in calendar.PlanOf(plan.Season, plan.Kind))
        {
            if (run.Period == TimeOfUseCalendar.NoPeriod)
            {
                var season = calendar.SeasonAt(plan.Season) is { } name ? $" of {name}" : "";
                var day = TimeOfUseCalendar.KindsOfDay[plan.Kind];
                problems.Add(
                    $"{path}/rules",
                    "missing-hours",
                    $"No rule for {Clock(start)} to {Clock(run.UntilMinute)} on {day}{season}.");
            }
            start = run.UntilMinute;
        }
    }

    private static string Clock(int minute) =>
        string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");
}
