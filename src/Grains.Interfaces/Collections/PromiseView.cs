using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Collections;

/// <summary>A promise to pay.</summary>
/// <param name="PromiseId">Promise.</param>
/// <param name="AmountMinor">Promised.</param>
/// <param name="ReceivedMinor">Arrived in time.</param>
/// <param name="MadeOn">Made.</param>
/// <param name="DueOn">Until.</param>
/// <param name="SaidBy">Who said so.</param>
/// <param name="Status">"open", "kept", "broken" or "cancelled".</param>
/// <param name="ItemIds">Items; empty: all.</param>
[GenerateSerializer, Immutable, Alias("promise-view")]
public sealed record PromiseView(
    [property: Id(0)] string PromiseId,
    [property: Id(1)] long AmountMinor,
    [property: Id(2)] long ReceivedMinor,
    [property: Id(3)] DateOnly MadeOn,
    [property: Id(4)] DateOnly DueOn,
    [property: Id(5)] string SaidBy,
    [property: Id(6)] string Status,
    [property: Id(7)] ImmutableArray<string> ItemIds);
