using System.Collections.Immutable;
using NodaTime;

namespace BillingActors.Domain.Tariffs.Prices;

/// <summary>
/// Published prices per hour, or shorter, from one day on. A day has as many as its zone gives it hours.
/// </summary>
/// <param name="Id">Id within the version.</param>
/// <param name="FirstDay">Day of the first row.</param>
/// <param name="Zone">Zone of its days; null: the zone of the tariff.</param>
/// <param name="Minutes">Length a price is for: 60, 30, 15 or 5 minutes.</param>
/// <param name="Days">One row per day; an empty row for a day that is not published.</param>
public sealed record PriceSeries(
    string Id, LocalDate FirstDay, DateTimeZone? Zone, int Minutes, ImmutableArray<ImmutableArray<decimal>> Days)
{
    /// <summary>The prices of a day in order; empty where there are none.</summary>
    public ImmutableArray<decimal> On(LocalDate day)
    {
        var index = NodaTime.Period.DaysBetween(FirstDay, day);
        return index >= 0 && index < Days.Length ? Days[index] : [];
    }

    /// <summary>How many prices a day has in the zone.</summary>
    public int CountOf(LocalDate day, DateTimeZone zone)
    {
        var (start, end) = (zone.AtStartOfDay(day), zone.AtStartOfDay(day.PlusDays(1)));
        return (int)((end.ToInstant().ToUnixTimeSeconds() - start.ToInstant().ToUnixTimeSeconds()) / (Minutes * 60L));
    }
}
