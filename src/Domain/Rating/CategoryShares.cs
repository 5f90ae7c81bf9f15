using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tariffs;

namespace BillingActors.Domain.Rating;

/// <summary>
/// Shares a discount or a percentage over the tax categories of the lines it is taken of, so that each tax is of what
/// is left of its own lines.
/// </summary>
internal static class CategoryShares
{
    /// <summary>
    /// A line for each category, which sum to the whole; the line itself where its charge has a category of its own.
    /// </summary>
    public static IEnumerable<RatedLine> Of(RatedLine whole, IEnumerable<RatedLine> taken)
    {
        if (whole.TaxCategory != ChargeHead.CategoryOfLines)
            return [whole];
        var sums = taken.GroupBy(static line => line.TaxCategory, StringComparer.Ordinal)
            .Select(static lines => (Category: lines.Key, Minor: lines.Sum(static line => line.Amount.Minor)))
            .Where(static sum => sum.Minor != 0)
            .ToArray();
        var total = sums.Sum(static sum => sum.Minor);
        return total == 0
            ? [whole with { TaxCategory = sums.Length == 0 ? ChargeHead.Untaxed : sums[0].Category }]
            : Split(whole, sums, total);
    }

    private static IEnumerable<RatedLine> Split(RatedLine whole, (string Category, long Minor)[] sums, long total)
    {
        var weights = sums.Select(sum => (decimal)sum.Minor * Math.Sign(total)).ToArray();
        var amounts = MoneySplit.BySignedWeights(whole.Amount, weights);
        var (quantity, exact) = (whole.Quantity, whole.ExactAmount);
        for (var i = 0; i < sums.Length; i++)
        {
            // What is left goes to the last, so that the parts are the line again.
            var isLast = i == sums.Length - 1;
            var share = (decimal)sums[i].Minor / total;
            var part = isLast ? quantity : Rounding.HalfAwayFromZero(whole.Quantity * share, Exact.PriceDecimals);
            var money = isLast ? exact : Rounding.HalfAwayFromZero(whole.ExactAmount * share, Exact.PriceDecimals);
            (quantity, exact) = (quantity - part, exact - money);
            yield return whole with
            {
                Quantity = Exact.Normalised(part),
                ExactAmount = Exact.Normalised(money),
                Amount = amounts[i],
                TaxCategory = sums[i].Category,
            };
        }
    }
}
