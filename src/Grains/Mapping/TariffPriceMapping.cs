using BillingActors.Domain.Tariffs;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Grains.Mapping;

/// <summary>Prices of a tariff document; kinds that are not rated yet are refused.</summary>
internal static class TariffPriceMapping
{
    /// <summary>The price, or null after a problem was noted.</summary>
    public static PriceModel? ToDomain(PriceDocument document, string path, TariffReading reading)
    {
        switch (document)
        {
            case PriceDocument.Flat flat:
                return new PriceModel.Flat(flat.Price);
            case PriceDocument.Tiers tiers:
                return new PriceModel.Tiers(
                    reading.Per(tiers.Per, $"{path}/per"),
                    reading.Mode(tiers.Mode, $"{path}/mode"),
                    reading.Limit(tiers.Limit, $"{path}/limit"),
                    [.. tiers.Steps.Select(step => new Tier(step.UpTo, step.Price))]);
            case PriceDocument.TimeOfUse timeOfUse:
                return TimeOfUse(timeOfUse, path, reading);
            default:
                reading.NotYetRated(path, $"A price of the kind {KindOf(document)}");
                return null;
        }
    }

    private static PriceModel.TimeOfUse? TimeOfUse(PriceDocument.TimeOfUse document, string path, TariffReading reading)
    {
        var prices = document.Prices.Select((entry, index) =>
            ToDomain(entry.Price, $"{path}/prices/{index}/price", reading) is { } price
                ? new PeriodPrice(entry.Period, price)
                : null).ToList();
        return prices.Contains(null)
            ? null
            : new PriceModel.TimeOfUse(document.Calendar, [.. prices.OfType<PeriodPrice>()]);
    }

    private static string KindOf(PriceDocument document) => document switch
    {
        PriceDocument.TiersByPeriod => "tiers-by-period",
        PriceDocument.HoursUse => "hours-use",
        PriceDocument.CriticalPeak => "critical-peak",
        PriceDocument.Hourly => "hourly",
        _ => document.GetType().Name,
    };
}
