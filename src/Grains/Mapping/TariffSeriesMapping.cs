using BillingActors.Domain.Tariffs.Prices;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Grains.Mapping;

/// <summary>Events and published prices of a tariff document.</summary>
internal static class TariffSeriesMapping
{
    public static EventList ToDomain(EventListDocument document, string path, TariffReading reading) => new(
        document.Id,
        [.. (document.Events ?? []).Select((called, index) => new PeakEvent(
            called.Day.ToDomain(),
            reading.Minute(called.From, 0, $"{path}/events/{index}/from"),
            reading.Minute(called.Until, 0, $"{path}/events/{index}/until"),
            called.Baseline))]);

    public static PriceSeries ToDomain(PriceSeriesDocument document, string path, TariffReading reading) => new(
        document.Id,
        document.FirstDay.ToDomain(),
        reading.Zone(document.Zone, $"{path}/zone"),
        document.Minutes,
        document.Days);
}
