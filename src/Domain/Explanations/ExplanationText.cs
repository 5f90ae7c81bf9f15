using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Domain.Primitives;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Explanations;

/// <summary>Explanations as sentences to read aloud, the same on every machine.</summary>
internal static class ExplanationText
{
    /// <summary>The whole: totals first, then the causes, the largest first.</summary>
    public static ImmutableArray<string> Of(BillExplanation explained, Period before, Period after)
    {
        var difference = explained.Difference;
        var first = difference.IsZero
            ? $"The bill for {Days(after)} comes to {explained.After}, as the bill for {Days(before)} did."
            : $"The bill for {Days(after)} comes to {explained.After}, {MoreOrLess(difference)} than the bill for "
                + $"{Days(before)} of {explained.Before}.";
        var causes = explained.Effects
            .Where(static entry => !entry.Amount.IsZero)
            .OrderByDescending(static entry => Math.Abs(entry.Amount.Minor))
            .ThenBy(static entry => entry.Effect)
            .Select(Cause);
        return [first, .. causes];
    }

    /// <summary>One line.</summary>
    public static string Of(ExplainedLine line)
    {
        var parts = string.Join(", ", new[] { TierOf(line.Tier), line.TimeOfUse }.OfType<string>());
        var name = parts.Length == 0 ? line.Text : $"{line.Text} ({parts})";
        var change = line.Difference.IsZero ? "the same amount" : MoreOrLess(line.Difference);
        return (line.Before, line.After) switch
        {
            ({ } before, { } after) when Same(before, after) => $"{name}: {Figures(after, line.Unit)}, {change}.",
            ({ } before, { } after) =>
                $"{name}: {Figures(after, line.Unit)} instead of {Figures(before, line.Unit)}, {change}.",
            (null, { } after) => $"{name}: {Figures(after, line.Unit)}; there was none before, {change}.",
            ({ } before, _) => $"{name}: none any more; before {Figures(before, line.Unit)}, {change}.",
            _ => throw new BrokenInvariantException("an explained line is on one bill at least"),
        };
    }

    private static bool Same(ExplainedSide before, ExplainedSide after) =>
        before.Quantity == after.Quantity && before.UnitPrice == after.UnitPrice;

    private static string Figures(ExplainedSide side, string unit)
    {
        var currency = side.Amount.Currency.Code;
        if (unit == currency)
            return $"{Number(side.UnitPrice * 100m)} % of {Number(side.Quantity)} {currency}";
        var estimated = side.EstimatedShare switch
        {
            0m => "",
            1m => " (estimated)",
            var share => $" ({Number(Rounding.HalfAwayFromZero(share * 100m, 0))} % estimated)",
        };
        return $"{Number(side.Quantity)} {unit}{estimated} at {Number(side.UnitPrice)} {currency}";
    }

    private static string Cause(EffectAmount cause)
    {
        var adds = cause.Amount.Minor > 0;
        var (what, isOne) = (cause.Effect, adds) switch
        {
            (BillEffect.Use, true) => ("Higher use", true),
            (BillEffect.Use, false) => ("Lower use", true),
            (BillEffect.Price, true) => ("Higher prices", false),
            (BillEffect.Price, false) => ("Lower prices", false),
            (BillEffect.Days, true) => ("A longer time billed", true),
            (BillEffect.Days, false) => ("A shorter time billed", true),
            (BillEffect.Estimates, _) => ("Estimated readings", false),
            (BillEffect.Credits, true) => ("Smaller credits", false),
            (BillEffect.Credits, false) => ("Larger credits", false),
            (BillEffect.Tax, true) => ("Higher taxes", false),
            (BillEffect.Tax, false) => ("Lower taxes", false),
            (_, true) => ("Charges that are new", false),
            _ => ("Charges that ended", false),
        };
        return adds
            ? $"{what} {(isOne ? "adds" : "add")} {cause.Amount}."
            : $"{what} {(isOne ? "takes" : "take")} off {-cause.Amount}.";
    }

    private static string MoreOrLess(Money difference) =>
        difference.Minor > 0 ? $"{difference} more" : $"{-difference} less";

    private static string? TierOf(string? tier) => tier is null ? null : $"tier {tier}";

    // People read the last day, not the day after it.
    private static string Days(Period period) =>
        $"{period.From:uuuu-MM-dd} to {period.Until.PlusDays(-1):uuuu-MM-dd}";

    private static string Number(decimal number) =>
        number.ToString("0.############################", CultureInfo.InvariantCulture);
}
