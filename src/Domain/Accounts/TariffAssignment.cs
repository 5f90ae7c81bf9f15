using NodaTime;

namespace BillingActors.Domain.Accounts;

/// <summary>The tariff a contract is on from a day.</summary>
/// <param name="From">First day, inclusive.</param>
/// <param name="TariffId">The tariff.</param>
public sealed record TariffAssignment(LocalDate From, string TariffId);
