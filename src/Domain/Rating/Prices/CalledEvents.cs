using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Prices;
using BillingActors.Domain.Tariffs.Settings;

namespace BillingActors.Domain.Rating.Prices;

/// <summary>The events of a list: those of the tariff version, and those of the contract that are in it.</summary>
internal static class CalledEvents
{
    public static IEnumerable<PeakEvent> Of(TariffVersion version, RatingSettings settings, string? list) =>
        version.Events.Where(known => known.Id == list).SelectMany(static known => known.Events)
            .Concat(settings.Of(MeteredSettings.PeakEvents)
                .Where(called => called.List is null || called.List == list));
}
