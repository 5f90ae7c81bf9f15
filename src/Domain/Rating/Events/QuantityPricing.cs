using System.Globalization;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.QuantityPrices;
using BillingActors.Domain.Tariffs.Settings;
using BillingActors.Domain.Tariffs.Settings.Subscriptions;

namespace BillingActors.Domain.Rating.Events;

/// <summary>Turns the quantity of a period into parts that have one price each.</summary>
internal static class QuantityPricing
{
    private const string FeeUnit = "fee";
    private const string StepUnit = "step";
    private const string PackageUnit = "package";
    private const string LeastUnit = "minimum";
    private const string MostUnit = "maximum";

    /// <summary>The parts in the order of the price; at least one, if need be of nothing.</summary>
    public static IReadOnlyList<QuantityPart> PartsOf(PriceModel price, decimal quantity, RatingSettings settings)
    {
        var parts = new List<QuantityPart>();
        switch (price)
        {
            case PriceModel.Flat flat:
                parts.Add(QuantityPart.Of(quantity, flat.Price));
                break;
            case PriceModel.Tiers tiers:
                AddStepped(Stepped(tiers), quantity, settings, parts);
                break;
            case SteppedPrice stepped:
                AddStepped(stepped, quantity, settings, parts);
                break;
            case PackagePrice package:
                parts.Add(QuantityPart.Of(PackagesOf(package, quantity), package.Price, unit: PackageUnit));
                break;
            default:
                throw new BrokenInvariantException("the price of a quantity is flat, stepped or per package");
        }
        var used = parts.FindAll(static part => part.Quantity != 0m);
        return used.Count > 0 ? used : parts.GetRange(0, Math.Min(1, parts.Count));
    }

    /// <summary>What the quantity costs, exact.</summary>
    public static decimal AmountOf(PriceModel price, decimal quantity, RatingSettings settings) =>
        PartsOf(price, quantity, settings).Sum(static part => part.Amount);

    // Limits of metered tiers count here for the period as they are written.
    private static SteppedPrice Stepped(PriceModel.Tiers tiers) => new(
        tiers.Mode == TierMode.Graduated ? StepMode.Graduated : StepMode.Volume,
        tiers.Limit,
        [.. tiers.Steps.Select(static tier => new PriceStep(tier.UpTo, tier.Price, tier.Fee))]);

    private static void AddStepped(
        SteppedPrice price, decimal quantity, RatingSettings settings, List<QuantityPart> parts)
    {
        price = price with { Limit = price.Limit ?? settings.Of(MeteredSettings.TierLimit) };
        var isFeeDue = quantity != 0m || settings.Of(QuantitySettings.ZeroFee) == ZeroQuantityFee.FirstStep;
        if (price.Mode == StepMode.Graduated)
        {
            AddGraduated(price, quantity, isFeeDue, parts);
            return;
        }
        var reached = 0;
        while (price.Steps[reached].UpTo is { } upTo && IsBeyond(quantity, upTo, price.Limit))
            reached++;
        var step = price.Steps[reached];
        if (price.Mode == StepMode.Volume)
            AddUse(step, quantity, reached, parts);
        else
            parts.Add(QuantityPart.Of(isFeeDue ? 1m : 0m, step.Price, NumberOf(reached), StepUnit));
        AddFee(step, reached, isFeeDue, parts);
    }

    // A quantity below zero, from corrections, is priced in the first step.
    private static void AddGraduated(SteppedPrice price, decimal quantity, bool isFeeDue, List<QuantityPart> parts)
    {
        var below = 0m;
        for (var i = 0; i < price.Steps.Length && (i == 0 || IsBeyond(quantity, below, price.Limit)); i++)
        {
            var step = price.Steps[i];
            var limit = step.UpTo ?? decimal.MaxValue;
            AddUse(step, decimal.Min(quantity, limit) - below, i, parts);
            AddFee(step, i, isFeeDue, parts);
            below = limit;
        }
    }

    // What a step costs less or more than its limits is a part of its own; without use there is none.
    private static void AddUse(PriceStep step, decimal quantity, int index, List<QuantityPart> parts)
    {
        var part = PartOf(step, quantity, index);
        parts.Add(part);
        if (quantity <= 0m)
            return;
        if (part.Amount < step.Least)
            parts.Add(QuantityPart.Of(1m, step.Least.Value - part.Amount, NumberOf(index), LeastUnit));
        else if (part.Amount > step.Most)
            parts.Add(QuantityPart.Of(1m, step.Most.Value - part.Amount, NumberOf(index), MostUnit));
    }

    // Blocks are counted from the beginning of their step.
    private static QuantityPart PartOf(PriceStep step, decimal quantity, int index) => step.Size is { } size
        ? QuantityPart.Of(decimal.Ceiling(quantity / size), step.Price, NumberOf(index), PackageUnit)
        : QuantityPart.Of(quantity, step.Price, NumberOf(index));

    private static void AddFee(PriceStep step, int index, bool isDue, List<QuantityPart> parts)
    {
        if (isDue && step.Fee != 0m)
            parts.Add(QuantityPart.Of(1m, step.Fee, NumberOf(index), FeeUnit));
    }

    private static decimal PackagesOf(PackagePrice price, decimal quantity)
    {
        var packages = decimal.Max(0m, quantity - price.Free) / price.Size;
        return price.Rounding == PackageRounding.Up ? decimal.Ceiling(packages) : decimal.Floor(packages);
    }

    private static bool IsBeyond(decimal quantity, decimal limit, TierLimit? rule) =>
        rule == TierLimit.Inclusive ? quantity > limit : quantity >= limit;

    private static string NumberOf(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
