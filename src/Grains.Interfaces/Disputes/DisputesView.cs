using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Disputes;

/// <summary>The disputes of an account.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="AccountId">Account.</param>
/// <param name="Currency">Currency.</param>
/// <param name="Disputes">Oldest first.</param>
/// <param name="Version">Version of the account.</param>
[GenerateSerializer, Immutable, Alias("disputes-view")]
public sealed record DisputesView(
    [property: Id(0)] string EntityId,
    [property: Id(1)] string AccountId,
    [property: Id(2)] string Currency,
    [property: Id(3)] ImmutableArray<DisputeView> Disputes,
    [property: Id(4)] long Version);
