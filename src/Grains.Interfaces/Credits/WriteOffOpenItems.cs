using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Credits;

/// <summary>Gives up the open amounts of some items; needs a reason.</summary>
/// <param name="WriteOffId">Id of the write-off.</param>
/// <param name="ItemIds">1 to 100 open items.</param>
/// <param name="Kind">small-balance or bad-debt.</param>
/// <param name="Code">Reason code of the house's list, such as "insolvent".</param>
[GenerateSerializer, Immutable, Alias("write-off-open-items")]
public sealed record WriteOffOpenItems(
    [property: Id(0)] string WriteOffId,
    [property: Id(1)] ImmutableArray<string> ItemIds,
    [property: Id(2)] string Kind,
    [property: Id(3)] string Code);
