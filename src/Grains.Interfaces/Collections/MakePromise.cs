using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Collections;

/// <summary>Takes a promise to pay.</summary>
/// <param name="PromiseId">Promise.</param>
/// <param name="AmountMinor">Amount in minor units.</param>
/// <param name="On">Day it was made.</param>
/// <param name="DueOn">Until when.</param>
/// <param name="SaidBy">Who said so, a code such as "customer".</param>
/// <param name="ItemIds">Items it is about; empty: all.</param>
[GenerateSerializer, Immutable, Alias("make-promise")]
public sealed record MakePromise(
    [property: Id(0)] string PromiseId,
    [property: Id(1)] long AmountMinor,
    [property: Id(2)] DateOnly On,
    [property: Id(3)] DateOnly DueOn,
    [property: Id(4)] string SaidBy,
    [property: Id(5)] ImmutableArray<string> ItemIds);
