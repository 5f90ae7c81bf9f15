using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Formats.Tariffs;

/// <summary>
/// Writes a plan of the year as a calendar of few rules: equal months are one season, equal days one rule, and the
/// period
/// with the most hours has no rule at all.
/// </summary>
internal sealed class CalendarWriting(YearPlan plan, Func<int, string> nameOf)
{
    private static readonly ImmutableArray<string> Days =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    private readonly int _otherwise = plan.Commonest();

    /// <summary>The calendar with the id.</summary>
    public CalendarDocument Write(string id)
    {
        var seasons = Seasons();
        var rules = ImmutableArray.CreateBuilder<CalendarRuleDocument>();
        foreach (var month in Enumerable.Range(0, YearPlan.Months).Where(month => FirstAlike(month) == month))
            AddRules(month, seasons.IsEmpty ? null : NameOf(month), rules);
        return new CalendarDocument(id, rules.ToImmutable(), nameOf(_otherwise), seasons.IsEmpty ? null : seasons);
    }

    // A season bears the name of the first month of the year with its hours, and may come back later in the year.
    private ImmutableArray<SeasonDocument> Seasons()
    {
        var seasons = ImmutableArray.CreateBuilder<SeasonDocument>();
        for (var month = 0; month < YearPlan.Months; month++)
        {
            if (!plan.AreSame(month, (month + YearPlan.Months - 1) % YearPlan.Months))
            {
                var from = string.Create(CultureInfo.InvariantCulture, $"{month + 1:00}-01");
                seasons.Add(new SeasonDocument(NameOf(FirstAlike(month)), from));
            }
        }
        return seasons.ToImmutable();
    }

    private int FirstAlike(int month) => Enumerable.Range(0, month + 1).First(other => plan.AreSame(other, month));

    private static string NameOf(int month) =>
        CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month + 1).ToLowerInvariant();

    private void AddRules(int month, string? season, ImmutableArray<CalendarRuleDocument>.Builder rules)
    {
        var written = new HashSet<int>();
        for (var day = 0; day < YearPlan.DaysOfWeek; day++)
        {
            if (written.Contains(day))
                continue;
            var alike = Enumerable.Range(0, YearPlan.DaysOfWeek).Where(other => IsSameDay(month, day, other)).ToList();
            written.UnionWith(alike);
            AddRuns(plan.Day(month, day), season, WordsOf(alike), rules);
        }
    }

    private bool IsSameDay(int month, int day, int other) =>
        plan.Day(month, day).SequenceEqual(plan.Day(month, other));

    private void AddRuns(
        ReadOnlySpan<int> minutes,
        string? season,
        ImmutableArray<string>? days,
        ImmutableArray<CalendarRuleDocument>.Builder rules)
    {
        var start = 0;
        while (start < minutes.Length)
        {
            var length = minutes[start..].IndexOfAnyExcept(minutes[start]);
            var end = length < 0 ? minutes.Length : start + length;
            if (minutes[start] != _otherwise)
                rules.Add(new CalendarRuleDocument(nameOf(minutes[start]), From(start), Until(end), season, days));
            start = end;
        }
    }

    private static string? From(int minute) => minute == 0 ? null : Clock(minute);

    private static string? Until(int minute) => minute == YearPlan.MinutesPerDay ? null : Clock(minute);

    private static string Clock(int minute) =>
        string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");

    private static ImmutableArray<string>? WordsOf(List<int> days)
    {
        if (days.Count == YearPlan.DaysOfWeek)
            return null;
        var words = ImmutableArray.CreateBuilder<string>();
        AddWords(days, YearPlan.Weekdays, "weekday", words);
        AddWords(days, YearPlan.Weekend, "weekend", words);
        return words.ToImmutable();
    }

    private static void AddWords(
        List<int> days, ReadOnlySpan<int> group, string word, ImmutableArray<string>.Builder words)
    {
        var before = words.Count;
        foreach (var day in group)
        {
            if (days.Contains(day))
                words.Add(Days[day]);
        }
        if (words.Count - before == group.Length)
        {
            words.Count = before;
            words.Add(word);
        }
    }
}
