namespace BillingActors.Grains.Interfaces.BillRuns;

/// <summary>One step of a bill run: who, when, what.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="At">When.</param>
/// <param name="ActorKind">person, key or job.</param>
/// <param name="ActorId">Who.</param>
/// <param name="Reason">Why.</param>
/// <param name="Detail">Figures of the step.</param>
[GenerateSerializer, Immutable, Alias("run-history-entry")]
public sealed record RunHistoryEntry(
    [property: Id(0)] string Kind,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] string ActorKind,
    [property: Id(3)] string ActorId,
    [property: Id(4)] string? Reason,
    [property: Id(5)] string? Detail);
