namespace BillingActors.Grains.Interfaces.Charging;

/// <summary>Frees what is left of a reservation.</summary>
/// <param name="ReservationId">Reservation.</param>
[GenerateSerializer, Immutable, Alias("release-reservation")]
public sealed record ReleaseReservation([property: Id(0)] string ReservationId);
