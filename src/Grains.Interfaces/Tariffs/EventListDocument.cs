using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>Critical-peak events that prices refer to.</summary>
/// <param name="Id">Id within the version.</param>
/// <param name="Events">Events in any order; absent: those of the contract's setting alone.</param>
[GenerateSerializer, Immutable, Alias("tariff-event-list")]
public sealed record EventListDocument(
    [property: Id(0)] string Id,
    [property: Id(1)] ImmutableArray<EventDocument>? Events = null);
