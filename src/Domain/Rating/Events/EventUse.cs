using BillingActors.Domain.Rating.Events.Levels;

namespace BillingActors.Domain.Rating.Events;

/// <summary>What the events of a period come to.</summary>
/// <param name="Quantity">The quantity.</param>
/// <param name="Partial">What each event adds to it for the days it is there; null: events count whole.</param>
internal readonly record struct EventUse(decimal Quantity, IReadOnlyList<PartialQuantity>? Partial = null)
{
    /// <summary>The quantity, however long what adds to it is there.</summary>
    public decimal Whole => Partial is { } partial ? partial.Sum(static part => part.Whole) : Quantity;
}
