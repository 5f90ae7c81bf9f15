using System.Collections.Immutable;

namespace BillingActors.Domain.Rating.Demands;

/// <summary>The demand of a charge with its origin.</summary>
/// <param name="ByPeriod">By index of the calendar's period; without a calendar one alone.</param>
/// <param name="Source">Where it comes from.</param>
internal readonly record struct MeasuredDemand(ImmutableArray<DemandPeak> ByPeriod, LineSource Source);
