using NodaTime;

namespace BillingActors.Domain.Charging;

/// <summary>Wants an amount set aside for use that begins.</summary>
/// <param name="ReservationId">Reservation.</param>
/// <param name="ContractId">The contract that uses.</param>
/// <param name="AmountMinor">The amount.</param>
/// <param name="For">How long it lasts unless it is committed or released.</param>
/// <param name="MayExtend">Whether more than was reserved may be taken while the caps allow it.</param>
public sealed record ReserveUsage(
    string ReservationId, string ContractId, long AmountMinor, Duration For, bool MayExtend);
