namespace BillingActors.Grains.Interfaces.Accounts;

/// <summary>The tariff a contract is on from a day.</summary>
/// <param name="From">First day.</param>
/// <param name="TariffId">Tariff.</param>
[GenerateSerializer, Immutable, Alias("tariff-assignment-view")]
public sealed record TariffAssignmentView(
    [property: Id(0)] DateOnly From,
    [property: Id(1)] string TariffId);
