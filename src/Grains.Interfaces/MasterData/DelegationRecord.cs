using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.MasterData;

/// <summary>A person decides on requests in another one's place, never on those of either.</summary>
/// <param name="FromPersonId">Whose place it is.</param>
/// <param name="ToPersonId">Who decides in it.</param>
/// <param name="Roles">Roles whose limits count, such as "controller".</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidThrough">Last day.</param>
[GenerateSerializer, Immutable, Alias("delegation-record")]
public sealed record DelegationRecord(
    [property: Id(0)] string FromPersonId,
    [property: Id(1)] string ToPersonId,
    [property: Id(2)] ImmutableArray<string> Roles,
    [property: Id(3)] DateOnly ValidFrom,
    [property: Id(4)] DateOnly ValidThrough);
