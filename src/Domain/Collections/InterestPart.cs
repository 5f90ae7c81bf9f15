using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>Days on which an amount bore interest at one rate.</summary>
public sealed record InterestPart(
    LocalDate AfterOn, LocalDate ThroughOn, long PrincipalMinor, decimal RatePercent);
