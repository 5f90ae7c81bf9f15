using NodaTime;

namespace BillingActors.Domain.Tariffs.Conversions;

/// <summary>The value of a factor from a day on.</summary>
/// <param name="From">First day; null: from the beginning.</param>
/// <param name="Value">The value.</param>
public sealed record FactorValue(LocalDate? From, decimal Value);
