using System.Collections.Immutable;
using BillingActors.Domain.Tax.Places;

namespace BillingActors.Domain.Metering;

/// <summary>Where service is delivered; it outlives customers and meters.</summary>
/// <param name="Id">Market identifier, such as an NMI.</param>
/// <param name="EntityId">The legal entity that serves it.</param>
/// <param name="Meters">All meters that are or were there, by day of installation.</param>
public sealed record ServicePoint(string Id, string EntityId, ImmutableArray<Meter> Meters)
{
    /// <summary>Which tax jurisdictions it lies in, in the order of computing; empty: it does not say.</summary>
    public ImmutableArray<TaxPlacement> TaxPlaces { get; init; } = [];
}
