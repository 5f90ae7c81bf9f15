using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Collections;

/// <summary>Every reason against cutting a supply on a day; none: it may be cut.</summary>
/// <param name="ContractId">Contract.</param>
/// <param name="On">Day.</param>
/// <param name="Blocks">Reasons, by name.</param>
[GenerateSerializer, Immutable, Alias("disconnection-check-view")]
public sealed record DisconnectionCheckView(
    [property: Id(0)] string ContractId,
    [property: Id(1)] DateOnly On,
    [property: Id(2)] ImmutableArray<string> Blocks);
