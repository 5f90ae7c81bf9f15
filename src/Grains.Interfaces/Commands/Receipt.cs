namespace BillingActors.Grains.Interfaces.Commands;

/// <summary>The compact answer of a command on an account; repeated word for word when the command is.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="AccountId">Account.</param>
/// <param name="Version">Version of the account after the command.</param>
/// <param name="Reference">What the command made: a contract, charge or invoice id.</param>
[GenerateSerializer, Immutable, Alias("receipt")]
public sealed record Receipt(
    [property: Id(0)] string EntityId,
    [property: Id(1)] string AccountId,
    [property: Id(2)] long Version,
    [property: Id(3)] string? Reference = null);
