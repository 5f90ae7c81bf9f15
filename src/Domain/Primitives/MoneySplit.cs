using System.Collections.Immutable;

namespace BillingActors.Domain.Primitives;

/// <summary>
/// Splits an amount by weights with the largest remainder, ties to the first; the parts always sum to the whole.
/// </summary>
public static class MoneySplit
{
    /// <summary>The parts, in the order of the weights; weights are not negative and not all zero.</summary>
    public static ImmutableArray<Money> ByWeights(Money total, ReadOnlySpan<decimal> weights)
    {
        foreach (var weight in weights)
            Invariant.Holds(weight >= 0, "a weight of a split is not negative");
        return BySignedWeights(total, weights);
    }

    /// <summary>
    /// The parts, in the order of the weights; a part has the sign of its weight, as an allowance among charges, and
    /// the weights come to more than nothing.
    /// </summary>
    public static ImmutableArray<Money> BySignedWeights(Money total, ReadOnlySpan<decimal> weights)
    {
        var sum = 0m;
        foreach (var weight in weights)
            sum += weight;
        Invariant.Holds(sum > 0, "the weights of a split come to more than nothing");

        var sign = total.Minor < 0 ? -1 : 1;
        var size = Math.Abs(total.Minor);
        var parts = new long[weights.Length];
        var remainders = new (decimal Remainder, int Index)[weights.Length];
        var left = size;
        for (var i = 0; i < weights.Length; i++)
        {
            var exact = size * weights[i] / sum;
            parts[i] = decimal.ToInt64(decimal.Floor(exact));
            remainders[i] = (exact - parts[i], i);
            left -= parts[i];
        }
        foreach (var (_, index) in remainders.OrderByDescending(r => r.Remainder).ThenBy(r => r.Index))
        {
            if (left == 0)
                break;
            parts[index]++;
            left--;
        }
        Invariant.Holds(left == 0, "the parts of a split sum to the whole");
        return [.. parts.Select(part => new Money(sign * part, total.Currency))];
    }
}
