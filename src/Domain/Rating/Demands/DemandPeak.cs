using System.Collections.Immutable;

namespace BillingActors.Domain.Rating.Demands;

/// <summary>A demand and the minute at which it began.</summary>
/// <param name="Quantity">In the unit of the charge.</param>
/// <param name="At">First minute since the Unix epoch of the first window that reached it; null: unknown.</param>
internal readonly record struct DemandPeak(decimal Quantity, long? At = null)
{
    /// <summary>What it was multiplied by for its hours; null: it counts as it measures.</summary>
    public decimal? Weight { get; init; }

    /// <summary>The windows whose mean it is, the highest first; null: it is one window.</summary>
    public ImmutableArray<DemandPeak>? MeanOf { get; init; }
}
