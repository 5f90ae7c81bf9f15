using BillingActors.Domain.Tariffs;
using BillingActors.Grains.Interfaces.Tariffs;
using NodaTime;

namespace BillingActors.Grains.Mapping;

/// <summary>Time-of-use calendars of a tariff document.</summary>
internal static class TariffCalendarMapping
{
    public static TimeOfUseCalendar ToDomain(CalendarDocument document, string path, TariffReading reading) => new(
        document.Id,
        [.. (document.Seasons ?? []).Select((season, index) =>
            new Season(season.Name, reading.AnnualDay(season.From, $"{path}/seasons/{index}/from")))],
        [.. (document.Holidays ?? []).Select(LocalDate.FromDateOnly)],
        [.. document.Rules.Select((rule, index) => RuleOf(rule, $"{path}/rules/{index}", reading))],
        document.Otherwise);

    private static TimeOfUseRule RuleOf(CalendarRuleDocument rule, string path, TariffReading reading) => new(
        rule.Season,
        reading.Days(rule.Days, $"{path}/days"),
        reading.Minute(rule.From, 0, $"{path}/from"),
        reading.Minute(rule.Until, 1440, $"{path}/until"),
        rule.Period);
}
