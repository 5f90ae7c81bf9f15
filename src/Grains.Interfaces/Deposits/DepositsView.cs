using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Deposits;

/// <summary>The deposits of an account.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="AccountId">Account.</param>
/// <param name="Currency">Currency.</param>
/// <param name="HeldMinor">What is held of all of them.</param>
/// <param name="Deposits">Oldest first.</param>
/// <param name="Version">Version of the account.</param>
[GenerateSerializer, Immutable, Alias("deposits-view")]
public sealed record DepositsView(
    [property: Id(0)] string EntityId,
    [property: Id(1)] string AccountId,
    [property: Id(2)] string Currency,
    [property: Id(3)] long HeldMinor,
    [property: Id(4)] ImmutableArray<DepositView> Deposits,
    [property: Id(5)] long Version);
