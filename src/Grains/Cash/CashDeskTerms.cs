using BillingActors.Domain.Cash;
using NodaTime;

namespace BillingActors.Grains.Cash;

/// <summary>What money is set against items by, and the zone of the legal entity's days.</summary>
internal sealed record CashDeskTerms(CashTerms Cash, DateTimeZone Zone)
{
    /// <summary>The day of an instant at the legal entity.</summary>
    public LocalDate Today(DateTimeOffset at) => DayAt(at, Zone);

    public static LocalDate DayAt(DateTimeOffset at, DateTimeZone zone) =>
        Instant.FromDateTimeOffset(at).InZone(zone).Date;
}
