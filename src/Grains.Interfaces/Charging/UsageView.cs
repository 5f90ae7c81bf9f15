using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Charging;

/// <summary>What an account used that is rated when it comes, and what limits it.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="AccountId">Account.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Unbilled">What is on no bill yet, exact, in units of the currency.</param>
/// <param name="Contracts">By contract.</param>
/// <param name="Caps">Spending caps.</param>
/// <param name="Reservations">Reservations that run.</param>
/// <param name="Version">Version of the account it was read at.</param>
/// <param name="AsOf">When it was read.</param>
[GenerateSerializer, Immutable, Alias("usage-view")]
public sealed record UsageView(
    [property: Id(0)] string EntityId,
    [property: Id(1)] string AccountId,
    [property: Id(2)] string Currency,
    [property: Id(3)] decimal Unbilled,
    [property: Id(4)] ImmutableArray<ContractUsageView> Contracts,
    [property: Id(5)] ImmutableArray<SpendingCapView> Caps,
    [property: Id(6)] ImmutableArray<ReservationView> Reservations,
    [property: Id(7)] long Version,
    [property: Id(8)] DateTimeOffset AsOf);
