namespace BillingActors.Grains.Interfaces.MasterData;

/// <summary>One version of a master record, with who made it, when and why.</summary>
/// <param name="Content">The record.</param>
/// <param name="Version">Version; the ETag.</param>
/// <param name="ValidFrom">From which day it holds.</param>
/// <param name="ChangedAt">When it was made.</param>
/// <param name="ActorKind">person, key, job or import.</param>
/// <param name="ActorId">Who made it.</param>
/// <param name="Reason">Why.</param>
[GenerateSerializer, Immutable, Alias("master-view")]
public sealed record MasterView(
    [property: Id(0)] MasterContent Content,
    [property: Id(1)] long Version,
    [property: Id(2)] DateOnly ValidFrom,
    [property: Id(3)] DateTimeOffset ChangedAt,
    [property: Id(4)] string ActorKind,
    [property: Id(5)] string ActorId,
    [property: Id(6)] string? Reason);
