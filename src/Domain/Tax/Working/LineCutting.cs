using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tax.Working;

/// <summary>
/// Cuts a line by its days; quantity, exact and rounded amount of the parts sum to those of the line.
/// </summary>
internal static class LineCutting
{
    /// <summary>The parts for spans of days that follow each other and fill the line.</summary>
    public static ImmutableArray<RatedLine> Cut(RatedLine line, IReadOnlyList<Period> spans)
    {
        if (spans.Count == 1)
            return [line];
        var amounts = MoneySplit.ByWeights(line.Amount, [.. spans.Select(span => (decimal)span.Days)]);
        var parts = ImmutableArray.CreateBuilder<RatedLine>(spans.Count);
        var (whole, before) = (line.Period.Days, 0);
        for (var i = 0; i < spans.Count; i++)
        {
            var after = before + spans[i].Days;
            parts.Add(line with
            {
                Period = spans[i],
                Quantity = Between(line.Quantity, before, after, whole),
                ExactAmount = Between(line.ExactAmount, before, after, whole),
                Amount = amounts[i],
            });
            before = after;
        }
        return parts.MoveToImmutable();
    }

    private static decimal Between(decimal total, int before, int after, int whole) =>
        Exact.Normalised(Exact.Cumulated(total, after, whole) - Exact.Cumulated(total, before, whole));
}
