using System.Globalization;
using BillingActors.Domain.Tariffs.QuantityPrices;
using BillingActors.Domain.Tariffs.Settings;
using BillingActors.Domain.Tariffs.Settings.Subscriptions;

namespace BillingActors.Domain.Rating.Events;

/// <summary>Finds the step that holds all things at once.</summary>
internal static class CapacityPricing
{
    /// <summary>The one part: the step, or nothing of the first one without use.</summary>
    public static IReadOnlyList<QuantityPart> PartsOf(
        CapacityPrice price,
        IReadOnlyList<UsageEvent> events,
        Func<IReadOnlyList<UsageEvent>, decimal> quantityOf,
        RatingSettings settings)
    {
        var used = events.GroupBy(one => one.Text(price.By), StringComparer.Ordinal)
            .Select(things => (Thing: things.Key, Quantity: quantityOf([.. things]))).ToList();
        var step = 0;
        while (!used.TrueForAll(one => price.Steps[step].Holds(one.Thing, one.Quantity)))
            step++;
        var isDue = used.Exists(static one => one.Quantity != 0m)
            || settings.Of(QuantitySettings.ZeroFee) == ZeroQuantityFee.FirstStep;
        var tier = (step + 1).ToString(CultureInfo.InvariantCulture);
        return [QuantityPart.Of(isDue ? 1m : 0m, price.Steps[step].Price, tier, "step")];
    }
}
