using System.Collections.Immutable;
using BillingActors.Domain.Rating.Prices;
using BillingActors.Domain.Tariffs;

namespace BillingActors.Domain.Rating;

/// <summary>Cuts a quantity into the parts that have one price each.</summary>
internal static class Pricing
{
    /// <summary>
    /// The parts with a quantity, in the order of the tariff; a quantity of zero gives one part of zero. Quantities are
    /// by period of the calendar for a time-of-use price, else one alone.
    /// </summary>
    public static IReadOnlyList<PricedPart> PartsOf(
        PriceModel model,
        ReadOnlySpan<decimal> quantities,
        ImmutableArray<string> periods,
        LadderBuilding building)
    {
        var parts = new List<PricedPart>();
        if (model is PriceModel.TimeOfUse timeOfUse)
        {
            foreach (var price in timeOfUse.Prices)
            {
                var index = periods.IndexOf(price.Period);
                if (index >= 0)
                    parts.AddRange(building.Of(price.Price)!.PartsOf(quantities[index], 0m, price.Period));
            }
        }
        else
        {
            parts.AddRange(building.Of(model)!.PartsOf(quantities[0], 0m, null));
        }
        return WithoutZeros(parts);
    }

    /// <summary>The parts with a quantity; where there are none, the first.</summary>
    public static List<PricedPart> WithoutZeros(List<PricedPart> parts)
    {
        if (parts.TrueForAll(static part => part.Quantity != 0m))
            return parts;
        var used = parts.FindAll(static part => part.Quantity != 0m);
        return used.Count > 0 ? used : parts.GetRange(0, Math.Min(1, parts.Count));
    }
}
