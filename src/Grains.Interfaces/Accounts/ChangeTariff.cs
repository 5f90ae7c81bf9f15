namespace BillingActors.Grains.Interfaces.Accounts;

/// <summary>Puts a contract on another tariff from a day on.</summary>
/// <param name="ContractId">Contract.</param>
/// <param name="TariffId">Tariff from that day on.</param>
/// <param name="From">First day on it.</param>
[GenerateSerializer, Immutable, Alias("change-tariff")]
public sealed record ChangeTariff(
    [property: Id(0)] string ContractId,
    [property: Id(1)] string TariffId,
    [property: Id(2)] DateOnly From);
