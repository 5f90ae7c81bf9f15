using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Charging;

/// <summary>Something that was used and is counted, such as a call of an interface.</summary>
/// <param name="Name">What happened.</param>
/// <param name="Quantity">Its quantity.</param>
/// <param name="Amount">Its amount of money.</param>
/// <param name="Properties">What else is known, such as a region.</param>
[GenerateSerializer, Immutable, Alias("event-use")]
public sealed record EventUse(
    [property: Id(0)] string Name,
    [property: Id(1)] decimal? Quantity = null,
    [property: Id(2)] decimal? Amount = null,
    [property: Id(3)] ImmutableDictionary<string, string>? Properties = null);
