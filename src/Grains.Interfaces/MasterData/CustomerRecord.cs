using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.MasterData;

/// <summary>A person or company: personal data, stored encrypted.</summary>
/// <param name="Id">Customer.</param>
/// <param name="EntityId">Legal entity it belongs to.</param>
/// <param name="Name">Name.</param>
/// <param name="Contacts">Ways to reach it.</param>
[GenerateSerializer, Immutable, Alias("customer-record")]
public sealed record CustomerRecord(
    [property: Id(0)] string Id,
    [property: Id(1)] string EntityId,
    [property: Id(2)] string Name,
    [property: Id(3)] ImmutableArray<CustomerContact> Contacts);
