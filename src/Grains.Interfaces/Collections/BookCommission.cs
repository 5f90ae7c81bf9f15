namespace BillingActors.Grains.Interfaces.Collections;

/// <summary>Books what an agency kept; needs a reason.</summary>
/// <param name="PlacementId">Placement.</param>
/// <param name="CommissionId">Commission.</param>
/// <param name="CollectedMinor">What it collected.</param>
/// <param name="On">Day.</param>
[GenerateSerializer, Immutable, Alias("book-commission")]
public sealed record BookCommission(
    [property: Id(0)] string PlacementId,
    [property: Id(1)] string CommissionId,
    [property: Id(2)] long CollectedMinor,
    [property: Id(3)] DateOnly On);
