using System.Collections.Immutable;

namespace BillingActors.Domain.Metering;

/// <summary>Where service is delivered; it outlives customers and meters.</summary>
/// <param name="Id">Market identifier, such as an NMI.</param>
/// <param name="EntityId">The legal entity that serves it.</param>
/// <param name="Meters">All meters that are or were there, by day of installation.</param>
public sealed record ServicePoint(string Id, string EntityId, ImmutableArray<Meter> Meters);
