using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Tariffs.Recurring;

/// <summary>Only events whose property has one of some values count, or only those that have none of them.</summary>
/// <param name="Property">Name of the property.</param>
/// <param name="Values">The values.</param>
/// <param name="Exclude">Whether events with the values are left out.</param>
[GenerateSerializer, Immutable, Alias("tariff-event-filter")]
public sealed record EventFilterDocument(
    [property: Id(0)] string Property,
    [property: Id(1)] ImmutableArray<string> Values,
    [property: Id(2)] bool Exclude = false);
