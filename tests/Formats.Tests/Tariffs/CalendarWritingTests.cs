using BillingActors.Formats.Tariffs;
using BillingActors.Grains.Interfaces.Tariffs;
using CsCheck;

namespace Formats.Tests.Tariffs;

public sealed class CalendarWritingTests
{
    private static readonly string[] Days =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    [Fact]
    public void A_calendar_says_what_its_plan_says() => Gen.Select(
        Gen.Int[0, 2].Array[12], Gen.Int[0, 2].Array[7], Gen.Int[0, 2].Array[96]).Sample((months, days, quarters) =>
    {
        var plan = new YearPlan();
        for (var month = 0; month < 12; month++)
        {
            for (var day = 0; day < 7; day++)
            {
                for (var quarter = 0; quarter < 96; quarter++)
                    plan.Claim((month, day), quarter * 15, (quarter + 1) * 15,
                        (months[month] + (days[day] * quarters[quarter])) % 3);
            }
        }

        var calendar = new CalendarWriting(plan, static period => $"p{period}").Write("c");

        for (var month = 0; month < 12; month++)
        {
            for (var day = 0; day < 7; day++)
            {
                for (var minute = 0; minute < 1440; minute += 15)
                    Assert.Equal($"p{plan.Day(month, day)[minute]}", PeriodAt(calendar, month, day, minute));
            }
        }
    }, iter: 50);

    [Fact]
    public void A_minute_that_is_taken_stays_with_its_period()
    {
        var plan = new YearPlan();

        Assert.True(plan.Claim((0, 0), 0, 600, 1));
        Assert.False(plan.Claim((0, 0), 599, 700, 2));

        Assert.Equal((1, 2), (plan.Day(0, 0)[599], plan.Day(0, 0)[600]));
        Assert.Equal((0, 0, 700), plan.FirstFree());
    }

    private static string? PeriodAt(CalendarDocument calendar, int month, int day, int minute)
    {
        var seasons = calendar.Seasons is { } listed ? listed.ToList() : [];
        var date = FormattableString.Invariant($"{month + 1:00}-01");
        var season =
            seasons.LastOrDefault(found => string.CompareOrdinal(found.From, date) <= 0) ?? seasons.LastOrDefault();
        var time = FormattableString.Invariant($"{minute / 60:00}:{minute % 60:00}");
        var rules = calendar.Rules.Where(rule => (rule.Season is null || rule.Season == season?.Name)
            && (rule.Days is not { } words || words.Contains(Days[day])
                || words.Contains(day < 5 ? "weekday" : "weekend"))
            && string.CompareOrdinal(rule.From ?? "00:00", time) <= 0
            && string.CompareOrdinal(time, rule.Until ?? "24:00") < 0).ToList();
        Assert.True(rules.Count <= 1, "no two rules claim a minute");
        return rules.Count == 1 ? rules[0].Period : calendar.Otherwise;
    }
}
