using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.MasterData;

/// <summary>A draft of a legal entity, with what it changes.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="Version">Version of the draft; the ETag.</param>
/// <param name="State">waiting, released, rejected or withdrawn.</param>
/// <param name="Replaces">The version of the legal entity it was drafted for.</param>
/// <param name="IsVoid">Whether it waits in vain, because the legal entity was changed since.</param>
/// <param name="Entity">The legal entity as it is wanted.</param>
/// <param name="Changes">What differs from the version it replaces.</param>
/// <param name="ValidFrom">From which day it is to hold.</param>
/// <param name="MakerId">Who drafted it.</param>
/// <param name="ChangedAt">When this step was made.</param>
/// <param name="ActorId">Who made this step.</param>
/// <param name="Reason">Why.</param>
[GenerateSerializer, Immutable, Alias("legal-entity-draft-view")]
public sealed record LegalEntityDraftView(
    [property: Id(0)] string EntityId,
    [property: Id(1)] long Version,
    [property: Id(2)] string State,
    [property: Id(3)] long Replaces,
    [property: Id(4)] bool IsVoid,
    [property: Id(5)] LegalEntityRecord Entity,
    [property: Id(6)] ImmutableArray<LegalEntityChangeView> Changes,
    [property: Id(7)] DateOnly ValidFrom,
    [property: Id(8)] string MakerId,
    [property: Id(9)] DateTimeOffset ChangedAt,
    [property: Id(10)] string ActorId,
    [property: Id(11)] string? Reason);
