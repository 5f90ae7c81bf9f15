using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Charging;

/// <summary>Rates records of an account.</summary>
/// <param name="Records">The records, at most 5,000.</param>
/// <param name="Place">Where the last of them stands in a stream.</param>
[GenerateSerializer, Immutable, Alias("rate-usage")]
public sealed record RateUsage(
    [property: Id(0)] ImmutableArray<UsageEntry> Records, [property: Id(1)] UsageStreamPlace? Place = null);
