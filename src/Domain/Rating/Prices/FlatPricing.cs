using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Prices;
using BillingActors.Domain.Tariffs.Settings;

namespace BillingActors.Domain.Rating.Prices;

/// <summary>Prices without tiers, as most tariffs have them: a quantity times a price, without any ladder.</summary>
internal static class FlatPricing
{
    /// <summary>The only part of one price for all units.</summary>
    public static PricedPart PartOf(PriceModel.Flat model, decimal quantity) => new(quantity, model.Price, null, null);

    /// <summary>
    /// The parts, the same as ladders of one step give them; null where the price has tiers, or an order of time.
    /// </summary>
    public static List<PricedPart>? PartsOf(
        PriceModel model, decimal[] quantities, TimeOfUseCalendar? calendar, RatingSettings settings)
    {
        if (calendar is null || model is not PriceModel.TimeOfUse timeOfUse || !IsFlat(timeOfUse, settings)
            || timeOfUse.Prices.Length != calendar.Periods.Length)
        {
            return null;
        }
        var parts = new List<PricedPart>(timeOfUse.Prices.Length);
        foreach (var entry in timeOfUse.Prices)
        {
            var quantity = quantities[calendar.Periods.IndexOf(entry.Period)];
            parts.Add(new PricedPart(quantity, ((PriceModel.Flat)entry.Price).Price, null, entry.Period));
        }
        return parts;
    }

    private static bool IsFlat(PriceModel.TimeOfUse timeOfUse, RatingSettings settings)
    {
        foreach (var entry in timeOfUse.Prices)
        {
            if (entry.Price is not PriceModel.Flat)
                return false;
        }
        return PartPricing.CountingOf(timeOfUse, settings) != TierCounting.OfWholeInOrder;
    }
}
