using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Collectives;

/// <summary>Who pays the bills of an account, and what it pays for others.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="AccountId">Account.</param>
/// <param name="Version">Version of the account.</param>
/// <param name="Currency">Currency.</param>
/// <param name="ParentId">The account that pays its bills; null: it pays them itself.</param>
/// <param name="BillDay">Day of its collective bills; null: it pays for nobody.</param>
/// <param name="NextOn">Day of the next collective bill.</param>
/// <param name="TakenCount">Bills of children taken for the next collective bill.</param>
/// <param name="TakenMinor">What they come to.</param>
/// <param name="Bills">The newest collective bills, oldest first.</param>
/// <param name="EndedOn">Since when it takes no new children; null: it does.</param>
/// <param name="SuccessorId">The account its children moved to; null: they went back.</param>
[GenerateSerializer, Immutable, Alias("collective-view")]
public sealed record CollectiveView(
    [property: Id(0)] string EntityId,
    [property: Id(1)] string AccountId,
    [property: Id(2)] long Version,
    [property: Id(3)] string Currency,
    [property: Id(4)] string? ParentId,
    [property: Id(5)] int? BillDay,
    [property: Id(6)] DateOnly? NextOn,
    [property: Id(7)] int TakenCount,
    [property: Id(8)] long TakenMinor,
    [property: Id(9)] ImmutableArray<CollectiveBillRow> Bills,
    [property: Id(10)] DateOnly? EndedOn = null,
    [property: Id(11)] string? SuccessorId = null);
