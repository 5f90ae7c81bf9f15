using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Tax;

namespace BillingActors.Grains.Interfaces.MasterData;

/// <summary>Where service is delivered, with all its meters.</summary>
/// <param name="Id">Market identifier.</param>
/// <param name="EntityId">Legal entity that serves it.</param>
/// <param name="Meters">Meters by day of installation.</param>
/// <param name="TaxPlaces">Tax jurisdictions it lies in, in the order of computing.</param>
[GenerateSerializer, Immutable, Alias("service-point-record")]
public sealed record ServicePointRecord(
    [property: Id(0)] string Id,
    [property: Id(1)] string EntityId,
    [property: Id(2)] ImmutableArray<MeterRecord> Meters,
    [property: Id(3)] ImmutableArray<TaxPlacementRecord>? TaxPlaces = null);
