namespace BillingActors.Grains.Interfaces.Charging;

/// <summary>Takes a spending cap away.</summary>
/// <param name="ContractId">Contract; that of the account unless it is given.</param>
[GenerateSerializer, Immutable, Alias("remove-spending-cap")]
public sealed record RemoveSpendingCap([property: Id(0)] string? ContractId = null);
