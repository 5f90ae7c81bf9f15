using System.Globalization;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.QuantityPrices;
using BillingActors.Domain.Tariffs.Recurring;
using BillingActors.Domain.Tests.Oracle.Rules.Clocks;

namespace BillingActors.Domain.Tests.Oracle.Rules;

/// <summary>Prices of a quantity ordered or counted: steps, packages, and parts of a subscription.</summary>
internal static class OracleQuantities
{
    /// <summary>Quantity, exact amount and step of each part.</summary>
    public static List<(Rational Quantity, Rational Amount, string? Tier)> PartsOf(
        OracleContext context, PriceModel price, Rational quantity)
    {
        var parts = price switch
        {
            PriceModel.Flat flat => [(quantity, quantity * flat.Price, null)],
            PackagePrice package => Packages(package, quantity),
            SteppedPrice stepped => Steps(context, stepped, quantity),
            PriceModel.Tiers tiers => Steps(
                context,
                new SteppedPrice(
                    tiers.Mode == TierMode.Graduated ? StepMode.Graduated : StepMode.Volume, tiers.Limit,
                    [.. tiers.Steps.Select(static step => new PriceStep(step.UpTo, step.Price, step.Fee))]),
                quantity),
            _ => throw new InvalidOperationException($"no parts of {price}"),
        };
        var used = parts.Where(static part => !part.Quantity.IsZero).ToList();
        return used.Count > 0 ? used : parts[..1];
    }

    public static void AddSubscription(OraclePiece piece, SubscriptionCharge charge, DaySpan days)
    {
        var context = piece.Context;
        Rational quantity = charge.Item is { } item ? context.Request.Quantities.GetValueOrDefault(item, 1m) : 1m;
        var share = (Rational)days.Count / context.Cycle.Count;
        foreach (var (part, amount, tier) in PartsOf(context, charge.Price, quantity))
            piece.Add(charge.Head, days, (part * share).Round(10), amount * share, tier);
    }

    private static List<(Rational Quantity, Rational Amount, string? Tier)> Packages(
        PackagePrice price, Rational quantity)
    {
        var packages = Rational.Max(0, quantity - price.Free) / price.Size;
        var count = new Rational(
            price.Rounding == PackageRounding.Up ? packages.Ceiling() : packages.Floor(), 1);
        return [(count, count * price.Price, null)];
    }

    private static List<(Rational Quantity, Rational Amount, string? Tier)> Steps(
        OracleContext context, SteppedPrice price, Rational quantity)
    {
        var parts = new List<(Rational, Rational, string?)>();
        var isInclusive = price.Limit is { } limit
            ? limit == TierLimit.Inclusive
            : context.Word("tier-limit", "inclusive") == "inclusive";
        var hasFee = !quantity.IsZero || context.Word("zero-quantity-fee", "first-step") == "first-step";
        var reached = 0;
        while (price.Steps[reached].UpTo is { } upTo && (isInclusive ? quantity > upTo : quantity >= upTo))
            reached++;
        Rational below = 0;
        for (var i = price.Mode == StepMode.Graduated ? 0 : reached; i <= reached; i++)
        {
            var (step, number) = (price.Steps[i], (i + 1).ToString(CultureInfo.InvariantCulture));
            Rational part = price.Mode switch
            {
                StepMode.Volume => quantity,
                StepMode.Stairstep => hasFee ? 1 : 0,
                _ => (step.UpTo is { } end ? Rational.Min(quantity, end) : quantity) - below,
            };
            var count = step.Size is { } size ? new Rational((part / size).Ceiling(), 1) : part;
            var cost = count * step.Price;
            parts.Add((count, cost, number));
            // A stairstep costs what it costs.
            if (part.Sign > 0 && price.Mode != StepMode.Stairstep)
            {
                if (step.Least is { } least && cost < least)
                    parts.Add((1, least - cost, number));
                else if (step.Most is { } most && cost > most)
                    parts.Add((1, most - cost, number));
            }
            if (hasFee && step.Fee != 0m)
                parts.Add((1, step.Fee, number));
            below = step.UpTo ?? 0m;
        }
        return parts;
    }
}
