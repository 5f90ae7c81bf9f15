using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Collectives;

/// <summary>A collective bill as it was issued; its lines are listed page by page.</summary>
/// <param name="Bill">Its head.</param>
/// <param name="Currency">Currency.</param>
/// <param name="Taxes">Its taxes by code and rate.</param>
[GenerateSerializer, Immutable, Alias("collective-bill-view")]
public sealed record CollectiveBillView(
    [property: Id(0)] CollectiveBillRow Bill,
    [property: Id(1)] string Currency,
    [property: Id(2)] ImmutableArray<CollectiveTaxView> Taxes);
