namespace BillingActors.Domain.Rating.Metered;

/// <summary>A demand and the local minute at which it began.</summary>
/// <param name="Quantity">In the unit of the charge.</param>
/// <param name="At">The first minute of the first window that reached it; null where nobody knows.</param>
internal readonly record struct DemandPeak(decimal Quantity, string? At = null);
