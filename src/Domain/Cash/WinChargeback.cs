using NodaTime;

namespace BillingActors.Domain.Cash;

/// <summary>A card holder's bank gives back what it took.</summary>
/// <param name="ReceiptId">Receipt.</param>
/// <param name="ChargebackId">The part that was charged back; null: all of the receipt was.</param>
/// <param name="On">When it happened.</param>
public sealed record WinChargeback(string ReceiptId, string? ChargebackId, LocalDate On);
