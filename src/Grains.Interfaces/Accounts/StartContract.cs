namespace BillingActors.Grains.Interfaces.Accounts;

/// <summary>Puts a service point on a tariff from a day.</summary>
/// <param name="ContractId">Contract.</param>
/// <param name="ServicePointId">Service point.</param>
/// <param name="TariffId">Tariff.</param>
/// <param name="From">First day.</param>
/// <param name="Until">End day, exclusive, if known.</param>
[GenerateSerializer, Immutable, Alias("start-contract")]
public sealed record StartContract(
    [property: Id(0)] string ContractId,
    [property: Id(1)] string ServicePointId,
    [property: Id(2)] string TariffId,
    [property: Id(3)] DateOnly From,
    [property: Id(4)] DateOnly? Until = null);
