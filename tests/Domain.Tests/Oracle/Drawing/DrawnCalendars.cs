using System.Collections.Immutable;
using BillingActors.Domain.Tariffs;
using NodaTime;

namespace BillingActors.Domain.Tests.Oracle.Drawing;

/// <summary>A stock of calendars: seasons, kinds of days, holidays and hours in many shapes.</summary>
internal static class DrawnCalendars
{
    private const int HoursPerDay = 24;
    private const int FirstYear = 2023;

    private static readonly string[] _names = ["peak", "shoulder", "night", "low"];

    public static ImmutableArray<TimeOfUseCalendar> Stock(ulong seed, int count) =>
        [.. Enumerable.Range(0, count).Select(number => Of(new Draw(seed, -1 - number), number))];

    private static TimeOfUseCalendar Of(Draw draw, int number)
    {
        ImmutableArray<Season> seasons = draw.Below(3) switch
        {
            0 => [],
            1 => [new("summer", new AnnualDate(draw.Between(4, 6), draw.Between(1, 28))), new("winter", new(10, 1))],
            _ => [new("winter", new(11, 1)), new("spring", new(2, 28)), new("summer", new(6, draw.Between(1, 30)))],
        };
        var holidays = Draw.Many(draw.OneOf(0, 6, 20), _ =>
            new LocalDate(FirstYear, 1, 1).PlusDays(draw.Below(4 * 365)));
        var rules = ImmutableArray.CreateBuilder<TimeOfUseRule>();
        var names = _names[..draw.Between(2, _names.Length)];
        foreach (var season in draw.Chance(70) && !seasons.IsEmpty ? [.. seasons.Select(one => one.Name)] : Always)
        {
            foreach (var days in draw.OneOf<DayKind[]>(
                [DayKind.Weekday], [DayKind.Weekday, DayKind.Weekend], [DayKind.Weekday | DayKind.Saturday],
                [DayKind.Weekday, DayKind.Holiday], [DayKind.Monday | DayKind.Friday, DayKind.Weekend]))
            {
                AddDay(draw, rules, (season, days), names);
            }
        }
        return new TimeOfUseCalendar($"hours{number}", seasons, holidays, rules.ToImmutable(), names[^1]);
    }

    private static string?[] Always => [null];

    private static void AddDay(
        Draw draw, ImmutableArray<TimeOfUseRule>.Builder rules, (string? Season, DayKind Days) of, string[] names)
    {
        var hour = draw.Below(8);
        for (var i = 0; i < names.Length - 1 && hour < HoursPerDay; i++)
        {
            var until = Math.Min(HoursPerDay, hour + draw.Between(1, 9));
            rules.Add(new TimeOfUseRule(of.Season, of.Days, hour * 60, until * 60, names[i]));
            hour = until + draw.Below(3);
        }
    }
}
