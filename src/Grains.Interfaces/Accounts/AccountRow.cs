namespace BillingActors.Grains.Interfaces.Accounts;

/// <summary>An account in a list.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="AccountId">Account.</param>
/// <param name="CustomerId">Customer.</param>
/// <param name="CustomerName">Name, for callers who may see it.</param>
/// <param name="Status">open or closed.</param>
/// <param name="CycleId">Bill cycle.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="BalanceMinor">Balance in minor units.</param>
/// <param name="Version">Version.</param>
[GenerateSerializer, Immutable, Alias("account-row")]
public sealed record AccountRow(
    [property: Id(0)] string EntityId,
    [property: Id(1)] string AccountId,
    [property: Id(2)] string CustomerId,
    [property: Id(3)] string? CustomerName,
    [property: Id(4)] string Status,
    [property: Id(5)] string CycleId,
    [property: Id(6)] string Currency,
    [property: Id(7)] long BalanceMinor,
    [property: Id(8)] long Version);
