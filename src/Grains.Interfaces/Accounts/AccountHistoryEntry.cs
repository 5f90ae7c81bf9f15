namespace BillingActors.Grains.Interfaces.Accounts;

/// <summary>One event of an account as a person reads it: who, when, what, why.</summary>
/// <param name="Version">Version after it.</param>
/// <param name="Kind">Stored name of the event.</param>
/// <param name="At">When.</param>
/// <param name="ActorKind">person, key, job or import.</param>
/// <param name="ActorId">Who.</param>
/// <param name="Source">Where it came in.</param>
/// <param name="Reason">Why.</param>
/// <param name="Content">The event as JSON.</param>
[GenerateSerializer, Immutable, Alias("account-history-entry")]
public sealed record AccountHistoryEntry(
    [property: Id(0)] long Version,
    [property: Id(1)] string Kind,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] string ActorKind,
    [property: Id(4)] string ActorId,
    [property: Id(5)] string Source,
    [property: Id(6)] string? Reason,
    [property: Id(7)] string Content);
