using BillingActors.Domain.Cash;
using NodaTime;

namespace BillingActors.Domain.Transfers;

/// <summary>Money of a receipt that moves to another account, with what is known of where it came from.</summary>
/// <param name="ReceiptId">The receipt.</param>
/// <param name="Method">How it came.</param>
/// <param name="AmountMinor">How much of it.</param>
/// <param name="ValueOn">From when it counts as paid.</param>
/// <param name="Reference">What the payer wrote, if anything.</param>
/// <param name="IsOnAccount">Whether the payer wants it kept.</param>
public sealed record CashShare(
    string ReceiptId, CashMethod Method, long AmountMinor, LocalDate ValueOn, string? Reference, bool IsOnAccount);
