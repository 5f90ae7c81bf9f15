using BillingActors.Domain.Accounts;

namespace BillingActors.Domain.Cash;

/// <summary>Money that goes back: what is left of a receipt, or a credit.</summary>
/// <param name="Id">Refund; unique in its account.</param>
/// <param name="ReceiptId">The receipt whose rest goes back, or null.</param>
/// <param name="Credit">The share of a credit item that goes back, negative; or null.</param>
/// <param name="AmountMinor">How much.</param>
/// <param name="Method">How it is paid out.</param>
/// <param name="Payee">Another payee than the original payer, by id; null for the original payer.</param>
/// <param name="MakerId">Who asked.</param>
/// <param name="State">How far it is.</param>
public sealed record Refund(
    string Id,
    string? ReceiptId,
    ItemShare? Credit,
    long AmountMinor,
    CashMethod Method,
    string? Payee,
    string MakerId,
    RefundState State)
{
    /// <summary>
    /// What the payment is called at the bank; null before it is paid, and where nothing was said.
    /// </summary>
    public string? PaidAs { get; init; }

    /// <summary>Whether its money is set aside and not paid out yet.</summary>
    public bool IsPending => State is RefundState.Requested or RefundState.Approved;

    /// <summary>
    /// Whether no second person agreed to its payee: so it was with those asked for before approvals had one inbox.
    /// </summary>
    public bool NeedsApproval => Payee is not null && State == RefundState.Requested;
}
