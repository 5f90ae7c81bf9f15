namespace BillingActors.Grains.Interfaces.Accounts;

/// <summary>Ends a contract on a day, exclusive.</summary>
/// <param name="ContractId">Contract.</param>
/// <param name="Until">End day, exclusive.</param>
[GenerateSerializer, Immutable, Alias("end-contract")]
public sealed record EndContract(
    [property: Id(0)] string ContractId,
    [property: Id(1)] DateOnly Until);
