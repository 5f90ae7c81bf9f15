using BillingActors.Domain.Rating.Prices;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Settings;

namespace BillingActors.Domain.Rating.Events;

/// <summary>Prices what a count that never starts anew has grown, in the tiers of all of it.</summary>
internal static class GrowthPricing
{
    private const string FeeUnit = "fee";

    /// <summary>The parts from one count to the next; at least one, if need be of nothing.</summary>
    public static IReadOnlyList<QuantityPart> PartsOf(
        PriceModel.Tiers tiers, decimal before, decimal after, RatingSettings settings)
    {
        // Limits of a life are as they are written, whatever the days.
        var day = new Primitives.Period(new NodaTime.LocalDate(1, 1, 1), new NodaTime.LocalDate(1, 1, 2));
        var ladder = LadderBuilding.OfDemand(new Proration(day, day), settings).Of(tiers)!;
        return
        [
            .. Pricing.WithoutZeros(ladder.PartsOf(after - before, before, null))
                .Select(static part => QuantityPart.Of(
                    part.Quantity, part.Price, part.Tier, part.IsFee ? FeeUnit : null)),
        ];
    }
}
