using System.Collections.Concurrent;
using BillingActors.Domain.Tariffs;
using NodaTime;

namespace BillingActors.Domain.Tests.Oracle.Rules.Clocks;

/// <summary>Which period of a calendar a local minute belongs to, looked up rule by rule.</summary>
internal sealed class HourPlan
{
    private const int KindCount = 8;
    private const int MinutesPerDay = 1440;

    private static readonly ConcurrentDictionary<TimeOfUseCalendar, HourPlan> _known = [];

    private readonly TimeOfUseCalendar _calendar;
    private readonly HashSet<int> _holidays;
    private readonly ConcurrentDictionary<(string? Season, int Kind), int[]> _minutes = [];

    private HourPlan(TimeOfUseCalendar calendar)
    {
        _calendar = calendar;
        _holidays = [.. calendar.Holidays.Select(DaySpan.NumberOf)];
        foreach (var rule in calendar.Rules)
        {
            if (!Names.Contains(rule.Period))
                Names.Add(rule.Period);
        }
        if (calendar.Otherwise is { } otherwise && !Names.Contains(otherwise))
            Names.Add(otherwise);
    }

    /// <summary>Names of the periods, as the calendar first speaks of them.</summary>
    public List<string> Names { get; } = [];

    public static HourPlan Of(TimeOfUseCalendar calendar) => _known.GetOrAdd(calendar, static one => new HourPlan(one));

    /// <summary>Index of the period of each minute of a local day.</summary>
    public int[] MinutesOf(int day)
    {
        var kind = _holidays.Contains(day) ? KindCount - 1 : ((int)DateOnly.FromDayNumber(day).DayOfWeek + 6) % 7;
        return _minutes.GetOrAdd((SeasonOf(day), kind), Minutes);
    }

    /// <summary>The season that began last before the day, or on it.</summary>
    public string? SeasonOf(int day)
    {
        var date = DateOnly.FromDayNumber(day);
        var (latest, last) = ((Season?)null, (Season?)null);
        foreach (var season in _calendar.Seasons)
        {
            if (last is null || Key(season.From) > Key(last.From))
                last = season;
            var hasBegun = Key(season.From) <= (date.Month * 100) + date.Day;
            if (hasBegun && (latest is null || Key(season.From) > Key(latest.From)))
                latest = season;
        }
        return (latest ?? last)?.Name;
    }

    private int[] Minutes((string? Season, int Kind) of)
    {
        var minutes = new int[MinutesPerDay];
        for (var minute = 0; minute < minutes.Length; minute++)
            minutes[minute] = Names.IndexOf(PeriodAt(of.Season, (DayKind)(1 << of.Kind), minute));
        return minutes;
    }

    private string PeriodAt(string? season, DayKind kind, int minute)
    {
        foreach (var rule in _calendar.Rules)
        {
            var isFor = (rule.Season is null || rule.Season == season) && rule.Days.HasFlag(kind);
            if (isFor && rule.FromMinute <= minute && minute < rule.UntilMinute)
                return rule.Period;
        }
        return _calendar.Otherwise!;
    }

    private static int Key(AnnualDate day) => (day.Month * 100) + day.Day;
}
