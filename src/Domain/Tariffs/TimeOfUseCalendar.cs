using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;

namespace BillingActors.Domain.Tariffs;

/// <summary>
/// Which named period each local minute belongs to: season, kind of day, hours. Compiled once, read often.
/// </summary>
public sealed class TimeOfUseCalendar
{
    internal const int MinutesPerDay = 1440;
    internal const int NoPeriod = -1;

    private readonly ImmutableArray<Season> _byDate;
    private readonly FrozenSet<LocalDate> _holidays;
    private readonly ImmutableArray<PlanRun>[] _plans;

    /// <summary>
    /// Creates a calendar; hours that no rule names belong to <paramref name="otherwise"/>, if given.
    /// </summary>
    public TimeOfUseCalendar(
        string id,
        ImmutableArray<Season> seasons,
        ImmutableArray<LocalDate> holidays,
        ImmutableArray<TimeOfUseRule> rules,
        string? otherwise)
    {
        (Id, Seasons, Holidays, Rules, Otherwise) = (id, seasons, holidays, rules, otherwise);
        var periods = rules.Select(rule => rule.Period).Append(otherwise).OfType<string>();
        Periods = [.. periods.Distinct(StringComparer.Ordinal)];
        _byDate = seasons.Sort(static (left, right) => DayOf(left.From).CompareTo(DayOf(right.From)));
        _holidays = holidays.ToFrozenSet();
        _plans = new ImmutableArray<PlanRun>[Math.Max(1, seasons.Length) * KindsOfDay.Length];
        for (var plan = 0; plan < _plans.Length; plan++)
            _plans[plan] = Compile(SeasonAt(plan / KindsOfDay.Length), KindsOfDay[plan % KindsOfDay.Length]);
        HasGaps = HasMinuteWithoutPeriod();
    }

    /// <summary>Id within the tariff version.</summary>
    public string Id { get; }

    /// <summary>Seasons; empty: the whole year is one.</summary>
    public ImmutableArray<Season> Seasons { get; }

    /// <summary>Local days that are holidays.</summary>
    public ImmutableArray<LocalDate> Holidays { get; }

    /// <summary>Rules; no two may claim the same minute.</summary>
    public ImmutableArray<TimeOfUseRule> Rules { get; }

    /// <summary>
    /// The period of all minutes that no rule claims, or null: then the rules must cover every minute.
    /// </summary>
    public string? Otherwise { get; }

    /// <summary>Names of all periods, in the order of the rules.</summary>
    public ImmutableArray<string> Periods { get; }

    /// <summary>Whether a minute of some day has no period; holidays count only where there are any.</summary>
    public bool HasGaps { get; }

    /// <summary>The eight kinds of day, each alone.</summary>
    internal static ImmutableArray<DayKind> KindsOfDay { get; } =
    [
        DayKind.Monday, DayKind.Tuesday, DayKind.Wednesday, DayKind.Thursday,
        DayKind.Friday, DayKind.Saturday, DayKind.Sunday, DayKind.Holiday,
    ];

    /// <summary>The runs of the local day, in order; together they cover its 1,440 minutes.</summary>
    internal ImmutableArray<PlanRun> PlanOf(LocalDate day)
    {
        var kind = _holidays.Contains(day) ? KindsOfDay.Length - 1 : (int)day.DayOfWeek - 1;
        return _plans[(SeasonIndexOf(day) * KindsOfDay.Length) + kind];
    }

    /// <summary>The runs of a kind of day in a season, counted in the order of the dates.</summary>
    internal ImmutableArray<PlanRun> PlanOf(int season, int kind) => _plans[(season * KindsOfDay.Length) + kind];

    /// <summary>Name of the season of a day; null where there are none.</summary>
    internal string? SeasonOf(LocalDate day) => SeasonAt(SeasonIndexOf(day));

    /// <summary>Name of the season, counted in the order of the dates; null where there are none.</summary>
    internal string? SeasonAt(int index) => _byDate.IsEmpty ? null : _byDate[index].Name;

    // A day before the first season of the year belongs to the last one of the year before.
    private int SeasonIndexOf(LocalDate day)
    {
        var index = _byDate.Length - 1;
        while (index >= 0 && DayOf(_byDate[index].From) > (day.Month * 100) + day.Day)
            index--;
        return index >= 0 ? index : Math.Max(0, _byDate.Length - 1);
    }

    private bool HasMinuteWithoutPeriod()
    {
        for (var plan = 0; plan < _plans.Length; plan++)
        {
            var isUnusedHoliday = Holidays.IsEmpty && KindsOfDay[plan % KindsOfDay.Length] == DayKind.Holiday;
            if (!isUnusedHoliday && _plans[plan].Any(static run => run.Period == NoPeriod))
                return true;
        }
        return false;
    }

    private ImmutableArray<PlanRun> Compile(string? season, DayKind kind)
    {
        var minutes = new int[MinutesPerDay];
        Array.Fill(minutes, Otherwise is null ? NoPeriod : Periods.IndexOf(Otherwise));
        foreach (var rule in Rules)
        {
            if ((rule.Season is not null && rule.Season != season) || (rule.Days & kind) == DayKind.None)
                continue;
            var until = Math.Clamp(rule.UntilMinute, 0, MinutesPerDay);
            for (var minute = Math.Clamp(rule.FromMinute, 0, until); minute < until; minute++)
                minutes[minute] = Periods.IndexOf(rule.Period);
        }
        return RunsOf(minutes);
    }

    private static ImmutableArray<PlanRun> RunsOf(int[] minutes)
    {
        var runs = ImmutableArray.CreateBuilder<PlanRun>();
        for (var minute = 1; minute <= MinutesPerDay; minute++)
        {
            if (minute == MinutesPerDay || minutes[minute] != minutes[minute - 1])
                runs.Add(new PlanRun(minute, minutes[minute - 1]));
        }
        return runs.ToImmutable();
    }

    private static int DayOf(AnnualDate date) => (date.Month * 100) + date.Day;
}
