using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Collections;

/// <summary>Agrees on instalments.</summary>
/// <param name="PlanId">Plan.</param>
/// <param name="On">Day.</param>
/// <param name="ItemIds">Items; empty: all that is open and undisputed.</param>
/// <param name="DueOn">Days of the instalments, rising.</param>
/// <param name="FirstMinor">First instalment; the rest is split evenly.</param>
[GenerateSerializer, Immutable, Alias("agree-plan")]
public sealed record AgreePlan(
    [property: Id(0)] string PlanId,
    [property: Id(1)] DateOnly On,
    [property: Id(2)] ImmutableArray<string> ItemIds,
    [property: Id(3)] ImmutableArray<DateOnly> DueOn,
    [property: Id(4)] long? FirstMinor = null);
