using System.Collections.Immutable;

namespace BillingActors.Domain.Mediation;

/// <summary>What a file changes of the sequence it belongs to.</summary>
/// <param name="After">The sequence with the file.</param>
/// <param name="Filled">The gap it fell into, or null.</param>
/// <param name="Opened">What is missing now: what is left of the gap, or a new one.</param>
public sealed record SequenceStep(FileSequence After, SequenceGap? Filled, ImmutableArray<SequenceGap> Opened);
