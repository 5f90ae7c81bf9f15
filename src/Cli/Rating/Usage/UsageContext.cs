using BillingActors.Domain.Rating.Offline;
using BillingActors.Domain.Tariffs;
using NodaTime;

namespace BillingActors.Cli.Rating.Usage;

/// <summary>What helps to understand a file of usage.</summary>
/// <param name="Task">What the command line says.</param>
/// <param name="Tariff">The tariff it is rated by.</param>
internal sealed record UsageContext(RateTask Task, Tariff Tariff)
{
    /// <summary>Zone of local times in the file.</summary>
    public DateTimeZone TimeZone => Task.Zone ?? Tariff.Zone ?? DateTimeZone.Utc;

    /// <summary>Zone of the days that are billed.</summary>
    public DateTimeZone DayZone => Tariff.Zone ?? Task.Zone ?? DateTimeZone.Utc;

    /// <summary>What the tariff looks at.</summary>
    public TariffMeters Meters { get; } = TariffMeters.Of(Tariff);
}
