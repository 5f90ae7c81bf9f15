using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Collections;

/// <summary>Hands items to an agency.</summary>
/// <param name="PlacementId">Placement.</param>
/// <param name="AgencyId">Agency.</param>
/// <param name="CommissionPercent">Commission of what it collects.</param>
/// <param name="ItemIds">Items; empty: all that is overdue.</param>
/// <param name="On">Day.</param>
[GenerateSerializer, Immutable, Alias("place-with-agency")]
public sealed record PlaceWithAgency(
    [property: Id(0)] string PlacementId,
    [property: Id(1)] string AgencyId,
    [property: Id(2)] decimal CommissionPercent,
    [property: Id(3)] ImmutableArray<string> ItemIds,
    [property: Id(4)] DateOnly On);
