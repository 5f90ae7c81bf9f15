namespace BillingActors.Grains.Interfaces.Charging;

/// <summary>Sets an amount aside for use that begins.</summary>
/// <param name="ReservationId">Reservation.</param>
/// <param name="ContractId">Contract.</param>
/// <param name="AmountMinor">The amount in minor units.</param>
/// <param name="ForSeconds">How long it lasts unless it is committed or released; at most a day.</param>
/// <param name="MayExtend">Whether more than was reserved may be taken while the caps allow it.</param>
[GenerateSerializer, Immutable, Alias("reserve-usage")]
public sealed record ReserveUsage(
    [property: Id(0)] string ReservationId,
    [property: Id(1)] string ContractId,
    [property: Id(2)] long AmountMinor,
    [property: Id(3)] int ForSeconds = 3600,
    [property: Id(4)] bool MayExtend = false);
