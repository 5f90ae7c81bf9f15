using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Collections;

/// <summary>A letter, all that stands in it.</summary>
/// <param name="LetterId">Letter.</param>
/// <param name="EntityId">Legal entity.</param>
/// <param name="AccountId">Account.</param>
/// <param name="CustomerId">Customer.</param>
/// <param name="PolicyId">Policy.</param>
/// <param name="Level">Level.</param>
/// <param name="Letter">Which letter.</param>
/// <param name="On">Day.</param>
/// <param name="PayUntil">To be paid until.</param>
/// <param name="Currency">Currency.</param>
/// <param name="Items">Items.</param>
/// <param name="CreditMinor">Credit taken off.</param>
/// <param name="FeeMinor">Fee.</param>
/// <param name="TotalMinor">To pay.</param>
[GenerateSerializer, Immutable, Alias("letter-view")]
public sealed record LetterView(
    [property: Id(0)] string LetterId,
    [property: Id(1)] string EntityId,
    [property: Id(2)] string AccountId,
    [property: Id(3)] string CustomerId,
    [property: Id(4)] string PolicyId,
    [property: Id(5)] int Level,
    [property: Id(6)] string Letter,
    [property: Id(7)] DateOnly On,
    [property: Id(8)] DateOnly PayUntil,
    [property: Id(9)] string Currency,
    [property: Id(10)] ImmutableArray<LetterItemView> Items,
    [property: Id(11)] long CreditMinor,
    [property: Id(12)] long FeeMinor,
    [property: Id(13)] long TotalMinor);
