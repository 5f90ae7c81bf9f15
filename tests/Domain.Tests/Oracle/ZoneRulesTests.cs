using BillingActors.Domain.Tests.Oracle.Rules.Clocks;
using NodaTime;

namespace BillingActors.Domain.Tests.Oracle;

/// <summary>The clocks that the oracle keeps by itself are those of the zones.</summary>
public sealed class ZoneRulesTests
{
    [Fact]
    public void Days_begin_and_hours_pass_as_in_the_zones()
    {
        foreach (var id in ZoneRules.Ids)
        {
            var (zone, rules) = (DateTimeZoneProviders.Tzdb[id], ZoneRules.Of(id));
            for (var day = new LocalDate(2022, 1, 1); day.Year < 2027; day = day.PlusDays(1))
            {
                var start = zone.AtStartOfDay(day).ToInstant().ToUnixTimeSeconds() / 60;
                var ruled = rules.StartOf(DaySpan.NumberOf(day));
                Assert.True(start == ruled, $"{id} {day}: {start} {ruled}");
                for (var minute = start; minute < start + 1440; minute += 30)
                {
                    var local = Instant.FromUnixTimeSeconds(minute * 60).InZone(zone);
                    var (number, ofDay) = rules.LocalAt(minute);
                    Assert.True(
                        (DaySpan.NumberOf(local.Date), (local.Hour * 60) + local.Minute) == (number, ofDay),
                        $"{id}: {local} is not day {number}, minute {ofDay}");
                }
            }
        }
    }
}
