using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Collections;

/// <summary>A placement with an agency.</summary>
/// <param name="PlacementId">Placement.</param>
/// <param name="AgencyId">Agency.</param>
/// <param name="Status">"placed", "recalled" or "returned".</param>
/// <param name="PlacedOn">Day.</param>
/// <param name="CommissionPercent">Commission.</param>
/// <param name="CollectedMinor">What commissions were taken of.</param>
/// <param name="ItemIds">Items.</param>
[GenerateSerializer, Immutable, Alias("placement-view")]
public sealed record PlacementView(
    [property: Id(0)] string PlacementId,
    [property: Id(1)] string AgencyId,
    [property: Id(2)] string Status,
    [property: Id(3)] DateOnly PlacedOn,
    [property: Id(4)] decimal CommissionPercent,
    [property: Id(5)] long CollectedMinor,
    [property: Id(6)] ImmutableArray<string> ItemIds);
