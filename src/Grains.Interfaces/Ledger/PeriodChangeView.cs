namespace BillingActors.Grains.Interfaces.Ledger;

/// <summary>A change of the locks of a legal entity's books.</summary>
/// <param name="Version">Counts from 1.</param>
/// <param name="What">soft-locked, hard-locked, reopening-requested or reopened.</param>
/// <param name="Day">Days before it were locked, or days from it on are open.</param>
/// <param name="At">When.</param>
/// <param name="ActorId">Who.</param>
/// <param name="Reason">Why.</param>
[GenerateSerializer, Immutable, Alias("period-change-view")]
public sealed record PeriodChangeView(
    [property: Id(0)] long Version,
    [property: Id(1)] string What,
    [property: Id(2)] DateOnly Day,
    [property: Id(3)] DateTimeOffset At,
    [property: Id(4)] string ActorId,
    [property: Id(5)] string? Reason);
