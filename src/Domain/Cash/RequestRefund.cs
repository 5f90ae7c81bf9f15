using NodaTime;

namespace BillingActors.Domain.Cash;

/// <summary>Asks that money goes back: what is left of a receipt, or a credit.</summary>
/// <param name="RefundId">Refund; unique in its account.</param>
/// <param name="ReceiptId">The receipt whose rest goes back, or null.</param>
/// <param name="CreditItemId">The credit that goes back, or null.</param>
/// <param name="AmountMinor">How much.</param>
/// <param name="Method">How it is paid out; null for the way it came.</param>
/// <param name="Payee">Another payee than the original payer, by id; null for the original payer.</param>
/// <param name="On">When.</param>
public sealed record RequestRefund(
    string RefundId,
    string? ReceiptId,
    string? CreditItemId,
    long AmountMinor,
    CashMethod? Method,
    string? Payee,
    LocalDate On);
