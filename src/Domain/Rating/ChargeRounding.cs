using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tariffs.Settings;
using BillingActors.Domain.Tax.Working;

namespace BillingActors.Domain.Rating;

/// <summary>Rounds the lines of one charge together, where the setting says so.</summary>
internal static class ChargeRounding
{
    /// <summary>
    /// Shares the rounded sum of the lines from an index on over them by the largest remainder, so that what the charge
    /// comes to is rounded once.
    /// </summary>
    public static void Apply(ImmutableArray<RatedLine>.Builder lines, int first, RatingSettings settings)
    {
        if (lines.Count - first < 2 || settings.Of(MeteredSettings.LineRounding) == LineRounding.Line)
            return;
        var rounded = Shared([.. lines.Skip(first)], Rounding.ToMoney);
        for (var i = 0; i < rounded.Length; i++)
            lines[first + i] = rounded[i];
    }

    /// <summary>The lines, which share their rounded sum where the setting says so.</summary>
    public static RatedLine[] Of(
        RatedLine[] lines, RatingSettings settings, Func<decimal, Currency, Money> round) =>
        lines.Length < 2 || settings.Of(MeteredSettings.LineRounding) == LineRounding.Line
            ? lines
            : Shared(lines, round);

    private static RatedLine[] Shared(RatedLine[] lines, Func<decimal, Currency, Money> round)
    {
        var currency = lines[0].Amount.Currency;
        var exact = lines.Select(static line => line.ExactAmount).ToArray();
        var total = round(exact.Sum(), currency);
        var unit = new Money(1, currency).ToDecimal();
        var parts = Apportionment.Of(total.Minor, [.. exact.Select(amount => amount / unit)]);
        return [.. lines.Select((line, i) => line with { Amount = new Money(parts[i], currency) })];
    }
}
