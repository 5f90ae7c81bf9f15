using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Collections;

/// <summary>The collection of an account as it stands.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="AccountId">Account.</param>
/// <param name="Currency">Currency.</param>
/// <param name="Segment">Segment.</param>
/// <param name="Jurisdiction">Jurisdiction.</param>
/// <param name="PolicyId">The policy that holds.</param>
/// <param name="ReviewOn">When it is looked at next.</param>
/// <param name="Letters">Newest letters, oldest first.</param>
/// <param name="Blocks">Blocks.</param>
/// <param name="Promises">Promises.</param>
/// <param name="Plans">Plans.</param>
/// <param name="Placements">Placements.</param>
/// <param name="Orders">Orders.</param>
/// <param name="Version">Version of the account.</param>
[GenerateSerializer, Immutable, Alias("collection-view")]
public sealed record CollectionView(
    [property: Id(0)] string EntityId,
    [property: Id(1)] string AccountId,
    [property: Id(2)] string Currency,
    [property: Id(3)] string Segment,
    [property: Id(4)] string Jurisdiction,
    [property: Id(5)] string PolicyId,
    [property: Id(6)] DateOnly? ReviewOn,
    [property: Id(7)] ImmutableArray<LetterRow> Letters,
    [property: Id(8)] ImmutableArray<BlockView> Blocks,
    [property: Id(9)] ImmutableArray<PromiseView> Promises,
    [property: Id(10)] ImmutableArray<PlanView> Plans,
    [property: Id(11)] ImmutableArray<PlacementView> Placements,
    [property: Id(12)] ImmutableArray<ServiceOrderView> Orders,
    [property: Id(13)] long Version);
