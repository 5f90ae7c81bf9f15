using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>
/// Days that count for interest on an amount: those after the first day, the last included. The amount is negative
/// where interest was charged for days on which it turned out to be paid.
/// </summary>
public sealed record InterestSegment(LocalDate AfterOn, LocalDate ThroughOn, long PrincipalMinor);
