using NodaTime;

namespace BillingActors.Domain.Mediation;

/// <summary>A long call as one; all else is as its first part says it.</summary>
/// <param name="Start">When it began.</param>
/// <param name="Quantity">What was used in all parts.</param>
/// <param name="FirstNumber">Number of the first part that is there.</param>
public sealed record JoinedCall(Instant Start, decimal Quantity, int FirstNumber);
