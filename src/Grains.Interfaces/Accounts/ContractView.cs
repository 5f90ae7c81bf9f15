using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Accounts;

/// <summary>A contract of an account.</summary>
/// <param name="ContractId">Contract.</param>
/// <param name="ServicePointId">Service point.</param>
/// <param name="From">First day.</param>
/// <param name="Until">End day, exclusive.</param>
/// <param name="Tariffs">Tariffs by first day.</param>
/// <param name="BilledThrough">Everything before this day is billed.</param>
[GenerateSerializer, Immutable, Alias("contract-view")]
public sealed record ContractView(
    [property: Id(0)] string ContractId,
    [property: Id(1)] string ServicePointId,
    [property: Id(2)] DateOnly From,
    [property: Id(3)] DateOnly? Until,
    [property: Id(4)] ImmutableArray<TariffAssignmentView> Tariffs,
    [property: Id(5)] DateOnly? BilledThrough);
