using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating.Prices;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Settings;
using NodaTime;

namespace BillingActors.Domain.Rating.Events;

/// <summary>Prices the events of each window by itself, and adds up parts of one price.</summary>
internal static class WindowPricing
{
    private const string BoundUnit = "window";

    /// <summary>The parts of all windows that have events; at least one, if need be of nothing.</summary>
    public static IReadOnlyList<QuantityPart> PartsOf(
        PriceModel.PerWindow price,
        IReadOnlyList<UsageEvent> events,
        Func<IReadOnlyList<UsageEvent>, decimal> quantityOf,
        (DateTimeZone Zone, RatingSettings Settings) within)
    {
        var sums = new Dictionary<(string? Tier, string? Unit), QuantityPart>();
        foreach (var window in events.GroupBy(one => WindowDays.KeyOf(one.At.InZone(within.Zone), price.Window)))
        {
            var amount = 0m;
            foreach (var part in QuantityPricing.PartsOf(price.Price, quantityOf([.. window]), within.Settings))
            {
                amount += part.Amount;
                Add(sums, part);
            }
            if (amount < price.Least)
                Add(sums, Bound(price.Least.Value - amount, "minimum"));
            else if (amount > price.Most)
                Add(sums, Bound(price.Most.Value - amount, "maximum"));
        }
        // The order of steps, whichever window reached them first.
        var used = sums.Values.Where(static part => part.Quantity != 0m)
            .OrderBy(static part => part.Tier?.Length).ThenBy(static part => part.Tier, StringComparer.Ordinal)
            .ThenBy(static part => part.Unit, StringComparer.Ordinal).ToList();
        return used.Count > 0 ? used : [QuantityPricing.PartsOf(price.Price, 0m, within.Settings)[0] with
        {
            Quantity = 0m,
            Amount = 0m,
        }];
    }

    private static QuantityPart Bound(decimal amount, string name) => new(1m, amount, amount, name, BoundUnit);

    private static void Add(Dictionary<(string? Tier, string? Unit), QuantityPart> sums, QuantityPart part)
    {
        var key = (part.Tier, part.Unit);
        sums[key] = sums.TryGetValue(key, out var known) ? Sum(known, part) : part;
    }

    // What steps lack to their least is another amount in each window.
    private static QuantityPart Sum(QuantityPart left, QuantityPart right)
    {
        var (quantity, amount) = (left.Quantity + right.Quantity, left.Amount + right.Amount);
        var price = left.Price == right.Price || quantity == 0m
            ? right.Price
            : Rounding.HalfAwayFromZero(amount / quantity, Exact.PriceDecimals);
        return right with { Quantity = quantity, Amount = amount, Price = price };
    }
}
