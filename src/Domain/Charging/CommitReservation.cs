using System.Collections.Immutable;

namespace BillingActors.Domain.Charging;

/// <summary>Says what was used of a reservation.</summary>
/// <param name="ReservationId">Reservation.</param>
/// <param name="Records">The records.</param>
/// <param name="IsFinal">Whether the use is over, so that the rest is free again.</param>
public sealed record CommitReservation(
    string ReservationId, ImmutableArray<UsageRecord> Records, bool IsFinal);
