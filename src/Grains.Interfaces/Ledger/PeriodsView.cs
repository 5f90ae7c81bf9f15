using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Ledger;

/// <summary>What is locked in the books of a legal entity.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="Version">How many changes there were.</param>
/// <param name="SoftLockedUntil">Days before this one take postings of finance only.</param>
/// <param name="HardLockedUntil">Days before this one take nothing.</param>
/// <param name="ReopenFrom">The month somebody wants open again.</param>
/// <param name="RequestedBy">Who asked for it.</param>
/// <param name="History">All changes, oldest first.</param>
[GenerateSerializer, Immutable, Alias("periods-view")]
public sealed record PeriodsView(
    [property: Id(0)] string EntityId,
    [property: Id(1)] long Version,
    [property: Id(2)] DateOnly? SoftLockedUntil,
    [property: Id(3)] DateOnly? HardLockedUntil,
    [property: Id(4)] DateOnly? ReopenFrom,
    [property: Id(5)] string? RequestedBy,
    [property: Id(6)] ImmutableArray<PeriodChangeView> History);
