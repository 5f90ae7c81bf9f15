namespace BillingActors.Grains.Interfaces.Charging;

/// <summary>A reservation that runs.</summary>
/// <param name="ReservationId">Reservation.</param>
/// <param name="ContractId">Contract.</param>
/// <param name="AmountMinor">What was reserved.</param>
/// <param name="LeftMinor">What is left of it.</param>
/// <param name="ExpiresAt">When it ends by itself.</param>
/// <param name="MayExtend">Whether more may be taken while the caps allow it.</param>
[GenerateSerializer, Immutable, Alias("reservation-view")]
public sealed record ReservationView(
    [property: Id(0)] string ReservationId,
    [property: Id(1)] string ContractId,
    [property: Id(2)] long AmountMinor,
    [property: Id(3)] long LeftMinor,
    [property: Id(4)] DateTimeOffset ExpiresAt,
    [property: Id(5)] bool MayExtend);
