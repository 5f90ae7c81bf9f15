using System.Collections.Immutable;

namespace BillingActors.Domain.Mediation;

/// <summary>Numbers of files that are missing between others.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Last">The last of them; the first again where it is only one.</param>
public sealed record SequenceGap(long First, long Last)
{
    /// <summary>Whether the number is one of them.</summary>
    public bool Has(long number) => First <= number && number <= Last;

    /// <summary>What is still missing once the file with the number is there: nothing, one part or two.</summary>
    internal ImmutableArray<SequenceGap> Without(long number) =>
        [.. Between(First - 1, number), .. Between(number, Last + 1)];

    /// <summary>What is missing between two numbers; nothing where they follow each other.</summary>
    internal static ImmutableArray<SequenceGap> Between(long before, long after) =>
        before + 1 < after ? [new SequenceGap(before + 1, after - 1)] : [];
}
