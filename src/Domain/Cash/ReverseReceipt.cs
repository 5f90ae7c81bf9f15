using NodaTime;

namespace BillingActors.Domain.Cash;

/// <summary>Takes a whole receipt back, because the money went back or never was ours.</summary>
/// <param name="ReceiptId">Receipt.</param>
/// <param name="State">How: items open again, a debit item in their place, or a chargeback.</param>
/// <param name="ReasonCode">Why, as the bank or the list of own reasons calls it.</param>
/// <param name="On">When it happened.</param>
public sealed record ReverseReceipt(string ReceiptId, CashReceiptState State, string ReasonCode, LocalDate On);
