using NodaTime;

namespace BillingActors.Domain.Deposits;

/// <summary>Days of one calendar year on which so much was held, at the year's rate.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">End day, exclusive.</param>
/// <param name="PrincipalMinor">What was held.</param>
/// <param name="RatePercent">Percent a year.</param>
public sealed record DepositInterestPart(LocalDate From, LocalDate Until, long PrincipalMinor, decimal RatePercent);
