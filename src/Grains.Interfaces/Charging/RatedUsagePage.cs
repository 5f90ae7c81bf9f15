using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Charging;

/// <summary>Rated records, oldest first.</summary>
/// <param name="Items">The records.</param>
/// <param name="NextVersion">After which version the next page begins; 0 where there is none.</param>
[GenerateSerializer, Immutable, Alias("rated-usage-page")]
public sealed record RatedUsagePage(
    [property: Id(0)] ImmutableArray<RatedUsageView> Items, [property: Id(1)] long NextVersion);
