using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Charging;

/// <summary>Says what was used of a reservation; what the records come to is taken from it.</summary>
/// <param name="ReservationId">Reservation.</param>
/// <param name="Records">The records.</param>
/// <param name="IsFinal">Whether the use is over, so that the rest is free again.</param>
[GenerateSerializer, Immutable, Alias("commit-reservation")]
public sealed record CommitReservation(
    [property: Id(0)] string ReservationId,
    [property: Id(1)] ImmutableArray<UsageEntry> Records,
    [property: Id(2)] bool IsFinal = true);
