using NodaTime;

namespace BillingActors.Domain.Closing;

/// <summary>Wants all months up to and including one locked.</summary>
/// <param name="Month">The month.</param>
/// <param name="IsHard">Hard: nothing gets in; soft: finance still does.</param>
/// <param name="Today">The day in the entity's zone.</param>
public sealed record LockPeriod(YearMonth Month, bool IsHard, LocalDate Today);
