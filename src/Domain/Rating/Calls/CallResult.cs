using BillingActors.Domain.Rating.State;

namespace BillingActors.Domain.Rating.Calls;

/// <summary>One record rated, or set aside, and what is left for the next.</summary>
/// <param name="Call">What it costs; null where it was set aside.</param>
/// <param name="Suspended">Why it could not be rated; null where it was.</param>
/// <param name="State">Balances and sessions after it; as they were where it was set aside.</param>
public sealed record CallResult(RatedCall? Call, SuspendedCall? Suspended, RatingState State);
