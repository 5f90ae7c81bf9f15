using System.Globalization;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.QuantityPrices;
using BillingActors.Domain.Tariffs.Settings;
using BillingActors.Domain.Tariffs.Settings.Subscriptions;

namespace BillingActors.Domain.Rating.Events.Levels;

/// <summary>
/// Prices quantities that count for some days only in the steps their whole quantities reach: the fourth of five seats
/// is in the step of the fourth, also where it came in the middle of the period.
/// </summary>
internal static class PartialPricing
{
    /// <summary>The parts in the order of the steps; at least one, if need be of nothing.</summary>
    public static IReadOnlyList<QuantityPart> PartsOf(
        SteppedPrice price, IReadOnlyList<PartialQuantity> partial, RatingSettings settings)
    {
        price = price with { Limit = price.Limit ?? settings.Of(MeteredSettings.TierLimit) };
        var rule = settings.Of(QuantitySettings.ProratedSteps);
        if (rule == ProratedSteps.Added)
            partial = [.. partial.Where(static part => part is not { Whole: < 0m, Counted: 0m })];
        else if (rule == ProratedSteps.Last)
            partial = [new PartialQuantity(partial.Sum(static p => p.Whole), partial.Sum(static p => p.Counted))];
        var (sum, highest) = (0m, 0m);
        var counted = new decimal[price.Steps.Length];
        foreach (var part in partial)
        {
            if (price.Mode == StepMode.Graduated)
                Spread(price, part, sum, counted);
            sum += part.Whole;
            highest = decimal.Max(highest, sum);
        }
        // The steps of a volume are those of the whole quantity, so only the last one has something.
        if (price.Mode != StepMode.Graduated)
        {
            highest = sum;
            counted[StepOf(price, sum)] = partial.Sum(static part => part.Counted);
        }
        return Priced(price, counted, highest, settings);
    }

    // From where the quantity was to where it is, step by step, each with its share of what is counted.
    private static void Spread(SteppedPrice price, PartialQuantity part, decimal sum, decimal[] counted)
    {
        var (low, high) = (decimal.Min(sum, sum + part.Whole), decimal.Max(sum, sum + part.Whole));
        // What was there for some days and is not any more has the first step.
        if (low == high)
            counted[0] += part.Counted;
        var below = decimal.MinValue;
        for (var i = 0; i < price.Steps.Length && high != low; i++)
        {
            var limit = price.Steps[i].UpTo ?? decimal.MaxValue;
            var inside = decimal.Min(high, limit) - decimal.Max(low, below);
            if (inside > 0m)
                counted[i] += part.Counted * inside / (high - low);
            below = limit;
        }
    }

    private static List<QuantityPart> Priced(
        SteppedPrice price, decimal[] counted, decimal highest, RatingSettings settings)
    {
        var parts = new List<QuantityPart>();
        var last = StepOf(price, highest);
        for (var i = price.Mode == StepMode.Graduated ? 0 : last; i <= last; i++)
        {
            var (step, tier) = (price.Steps[i], (i + 1).ToString(CultureInfo.InvariantCulture));
            if (counted[i] != 0m)
                parts.Add(QuantityPart.Of(Exact.Normalised(counted[i]), step.Price, tier));
            var isDue = highest != 0m || settings.Of(QuantitySettings.ZeroFee) == ZeroQuantityFee.FirstStep;
            if (isDue && step.Fee != 0m)
                parts.Add(QuantityPart.Of(1m, step.Fee, tier, "fee"));
        }
        if (parts.Count == 0)
            parts.Add(QuantityPart.Of(0m, price.Steps[0].Price, "1"));
        return parts;
    }

    private static int StepOf(SteppedPrice price, decimal quantity)
    {
        var step = 0;
        while (price.Steps[step].UpTo is { } upTo
            && (quantity > upTo || (quantity == upTo && price.Limit == TierLimit.Exclusive)))
        {
            step++;
        }
        return step;
    }
}
