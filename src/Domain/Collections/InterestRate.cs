using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>Percent a year from a day on.</summary>
public sealed record InterestRate(LocalDate From, decimal Percent);
