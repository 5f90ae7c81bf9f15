using System.Collections.Immutable;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Explanations;

/// <summary>Why one bill comes to another total than another bill.</summary>
/// <param name="Before">Total of the bill compared with.</param>
/// <param name="After">Total of the bill explained.</param>
/// <param name="Effects">All causes, also those of zero; they sum to the difference of the totals.</param>
/// <param name="Lines">Line by line; each cause is the sum of it over the lines.</param>
/// <param name="Sentences">The same to read aloud: the totals first, then the causes, the largest first.</param>
public sealed record BillExplanation(
    Money Before,
    Money After,
    ImmutableArray<EffectAmount> Effects,
    ImmutableArray<ExplainedLine> Lines,
    ImmutableArray<string> Sentences)
{
    /// <summary>After less before.</summary>
    public Money Difference => After - Before;
}
