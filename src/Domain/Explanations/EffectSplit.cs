namespace BillingActors.Domain.Explanations;

/// <summary>
/// Splits the difference of a pair into causes, one after the other: first the days at the old daily use and the old
/// price, then the use (and of it the estimated part) at the old price, last the price at the new quantity.
/// </summary>
internal static class EffectSplit
{
    /// <summary>The causes of a pair that is no percentage, exact.</summary>
    public static EffectVector Of(LinePair pair)
    {
        var difference = (pair.After?.Exact ?? 0m) - (pair.Before?.Exact ?? 0m);
        return pair switch
        {
            { IsCredit: true } => EffectVector.Of(BillEffect.Credits, difference),
            { Before: { } before, After: { } after } => Both(before, after),
            // A charge of both bills had nothing to count on one of them, or did not reach this tier.
            { IsCharged: true } when (pair.After ?? pair.Before)!.IsMetered || pair.Named.Tier is not null =>
                EffectVector.Of(BillEffect.Use, difference),
            _ => EffectVector.Of(BillEffect.Charges, difference),
        };
    }

    /// <summary>
    /// The causes of a percentage: it follows the causes of what it is taken of; only its rate is a price.
    /// </summary>
    public static EffectVector OfPercentage(LineGroup before, LineGroup after, EffectVector ofBase)
    {
        var rate = before.Quantity == 0m ? 0m : before.Exact / before.Quantity;
        var followed = ofBase.Times(rate);
        var difference = after.Exact - before.Exact;
        var grown = (after.Quantity - before.Quantity) * rate;
        // What the causes of the base do not tell is a base that grew or shrank for reasons of its own.
        return followed
            .Plus(BillEffect.Use, grown - followed.Sum)
            .Plus(BillEffect.Price, difference - grown);
    }

    private static EffectVector Both(LineGroup before, LineGroup after)
    {
        if (before.GrowsWithDays && after.GrowsWithDays)
            return Metered(before, after);
        return before.IsOfDays && after.IsOfDays ? OfDays(before, after) : Counted(before, after);
    }

    private static EffectVector Metered(LineGroup before, LineGroup after)
    {
        if (before.Quantity == 0m)
            return EffectVector.Of(BillEffect.Use, after.Exact - before.Exact);
        var price = before.Exact / before.Quantity;
        var expected = before.Days == after.Days ? before.Quantity : before.Quantity * after.Days / before.Days;
        var use = (after.Quantity - expected) * price;
        return EffectVector.Of(BillEffect.Days, (expected - before.Quantity) * price)
            .Plus(WithEstimates(use, before, after))
            .Plus(BillEffect.Price, after.Exact - before.Exact - ((after.Quantity - before.Quantity) * price));
    }

    private static EffectVector OfDays(LineGroup before, LineGroup after)
    {
        if (before.Quantity == 0m)
            return EffectVector.Of(BillEffect.Days, after.Exact - before.Exact);
        var days = (after.Quantity - before.Quantity) * before.Exact / before.Quantity;
        return EffectVector.Of(BillEffect.Days, days).Plus(BillEffect.Price, after.Exact - before.Exact - days);
    }

    // Seats, lamps or kilowatts times a price times a part of the period.
    private static EffectVector Counted(LineGroup before, LineGroup after)
    {
        var (old, now) = (before.Whole, after.Whole);
        if (old == 0m || now == 0m)
            return EffectVector.Of(BillEffect.Use, after.Exact - before.Exact);
        // The amount of one whole unit, with the part of the period in it; then the part alone.
        var (oldPart, newPart) = (PartOf(before), PartOf(after));
        var price = oldPart == 0m ? 0m : before.Exact / old / oldPart;
        var days = old * price * (newPart - oldPart);
        var use = (now - old) * price * newPart;
        return EffectVector.Of(BillEffect.Days, days)
            .Plus(WithEstimates(use, before, after))
            .Plus(BillEffect.Price, after.Exact - before.Exact - days - use);
    }

    // The part of a period is in the quantity where the line says so, else in the amount alone.
    private static decimal PartOf(LineGroup group)
    {
        var inQuantity = group.Whole == 0m ? 1m : group.Quantity / group.Whole;
        if (inQuantity != 1m || group.Listed == 0m || group.First.Source.Kind is not ("intervals" or "determinants"))
            return inQuantity;
        return group.Exact / group.Listed;
    }

    // As much of the change as both quantities rest on estimates.
    private static EffectVector WithEstimates(decimal use, LineGroup before, LineGroup after)
    {
        var size = before.Size + after.Size;
        var estimated = size == 0m ? 0m : use * (before.Estimated + after.Estimated) / size;
        return EffectVector.Of(BillEffect.Use, use - estimated).Plus(BillEffect.Estimates, estimated);
    }
}
