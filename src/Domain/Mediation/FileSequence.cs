using System.Collections.Immutable;

namespace BillingActors.Domain.Mediation;

/// <summary>
/// Which files of a source came, by the numbers it gives them. The numbers go up; files may come in any order.
/// </summary>
/// <param name="First">The smallest number that came.</param>
/// <param name="Last">The largest.</param>
/// <param name="Gaps">What is missing between, in order; numbers that a person gave up are missing no more.</param>
public sealed record FileSequence(long First, long Last, ImmutableArray<SequenceGap> Gaps)
{
    /// <summary>What is known after the first file of a source.</summary>
    public static FileSequence Of(long number) => new(number, number, []);

    /// <summary>What the next file changes; one that came before changes nothing.</summary>
    public SequenceStep Take(long number)
    {
        if (number > Last)
            return Opened(this with { Last = number }, SequenceGap.Between(Last, number));
        if (number < First)
            return Opened(this with { First = number }, SequenceGap.Between(number, First));
        if (Gaps.FirstOrDefault(gap => gap.Has(number)) is not { } filled)
            return new SequenceStep(this, null, []);
        var left = filled.Without(number);
        return new SequenceStep(this with { Gaps = InOrder(Gaps.Remove(filled), left) }, filled, left);
    }

    private SequenceStep Opened(FileSequence after, ImmutableArray<SequenceGap> opened) =>
        new(after with { Gaps = InOrder(Gaps, opened) }, null, opened);

    private static ImmutableArray<SequenceGap> InOrder(
        ImmutableArray<SequenceGap> gaps, ImmutableArray<SequenceGap> more) =>
        [.. gaps.Concat(more).OrderBy(static gap => gap.First)];
}
