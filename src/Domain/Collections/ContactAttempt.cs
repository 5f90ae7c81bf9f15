using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>A time somebody tried to reach the customer.</summary>
public sealed record ContactAttempt(string Id, string Channel, LocalDate On);
