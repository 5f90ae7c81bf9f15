using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Domain.Primitives;
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
        PriceModel model, ReadOnlySpan<decimal> quantities, ImmutableArray<string> periods, Proration proration)
    {
        var parts = new List<PricedPart>();
        if (model is PriceModel.TimeOfUse timeOfUse)
        {
            foreach (var price in timeOfUse.Prices)
            {
                var index = periods.IndexOf(price.Period);
                if (index >= 0)
                    AddParts(price.Price, quantities[index], price.Period, proration, parts);
            }
        }
        else
        {
            AddParts(model, quantities[0], null, proration, parts);
        }
        var used = parts.FindAll(static part => part.Quantity != 0m);
        return used.Count > 0 ? used : parts.GetRange(0, Math.Min(1, parts.Count));
    }

    private static void AddParts(
        PriceModel model, decimal quantity, string? period, Proration proration, List<PricedPart> parts)
    {
        switch (model)
        {
            case PriceModel.Flat flat:
                parts.Add(new PricedPart(quantity, flat.Price, null, period));
                break;
            case PriceModel.Tiers { Mode: TierMode.Graduated } tiers:
                AddGraduated(tiers, quantity, period, proration, parts);
                break;
            case PriceModel.Tiers tiers:
                AddVolume(tiers, quantity, period, proration, parts);
                break;
            default:
                throw new BrokenInvariantException("a price within a time-of-use period is flat or in tiers");
        }
    }

    // A quantity below zero, from corrected intervals, is priced in the first tier.
    private static void AddGraduated(
        PriceModel.Tiers tiers, decimal quantity, string? period, Proration proration, List<PricedPart> parts)
    {
        var below = 0m;
        for (var i = 0; i < tiers.Steps.Length && (i == 0 || quantity > below); i++)
        {
            var step = tiers.Steps[i];
            var limit = step.UpTo is { } upTo ? proration.LimitOf(upTo, tiers.Per) : decimal.MaxValue;
            parts.Add(new PricedPart(decimal.Min(quantity, limit) - below, step.Price, NumberOf(i), period));
            below = limit;
        }
    }

    private static void AddVolume(
        PriceModel.Tiers tiers, decimal quantity, string? period, Proration proration, List<PricedPart> parts)
    {
        var reached = 0;
        while (tiers.Steps[reached].UpTo is { } upTo
            && IsBeyond(quantity, proration.LimitOf(upTo, tiers.Per), tiers.Limit))
        {
            reached++;
        }
        parts.Add(new PricedPart(quantity, tiers.Steps[reached].Price, NumberOf(reached), period));
    }

    private static bool IsBeyond(decimal quantity, decimal limit, TierLimit rule) =>
        rule == TierLimit.Inclusive ? quantity > limit : quantity >= limit;

    private static string NumberOf(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
