using NodaTime;

namespace BillingActors.Domain.Cash;

/// <summary>A card holder's bank takes a part of a receipt back.</summary>
/// <param name="ReceiptId">Receipt.</param>
/// <param name="ChargebackId">The case; unique in its receipt.</param>
/// <param name="AmountMinor">How much; at most what was not charged back yet.</param>
/// <param name="ReasonCode">Why, as the card holder's bank calls it.</param>
/// <param name="On">When it happened.</param>
public sealed record ChargeBack(
    string ReceiptId, string ChargebackId, long AmountMinor, string ReasonCode, LocalDate On);
