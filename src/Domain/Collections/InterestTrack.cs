using System.Collections.Immutable;
using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>
/// How far interest on an item is counted: the days before are in its segments or charged already, those after count
/// for what is open.
/// </summary>
public sealed record InterestTrack(
    string ItemId, string Number, LocalDate DueOn, LocalDate CountedThrough, ImmutableArray<InterestSegment> Segments)
{
    /// <summary>Whether the lump sum for late payment was charged for it.</summary>
    public bool HasLumpSum { get; init; }
}
