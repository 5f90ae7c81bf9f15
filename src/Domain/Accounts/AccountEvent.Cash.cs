using System.Text.Json.Serialization;
using BillingActors.Domain.Cash;
using NodaTime;

namespace BillingActors.Domain.Accounts;

/// <summary>Money that came in, was set against items, was taken back, or is paid out.</summary>
[JsonDerivedType(typeof(ReceiptBooked), "receipt-booked")]
[JsonDerivedType(typeof(ReceiptApplied), "receipt-applied")]
[JsonDerivedType(typeof(ReceiptUnapplied), "receipt-unapplied")]
[JsonDerivedType(typeof(CreditApplied), "credit-applied")]
[JsonDerivedType(typeof(CreditUnapplied), "credit-unapplied")]
[JsonDerivedType(typeof(ReceiptReversed), "receipt-reversed")]
[JsonDerivedType(typeof(ReceiptChargedBack), "receipt-charged-back")]
[JsonDerivedType(typeof(ChargebackWon), "chargeback-won")]
[JsonDerivedType(typeof(ReturnFeeCharged), "return-fee-charged")]
[JsonDerivedType(typeof(RetryPlanned), "retry-planned")]
[JsonDerivedType(typeof(RetryDropped), "retry-dropped")]
[JsonDerivedType(typeof(AutomaticPaymentStopped), "automatic-payment-stopped")]
[JsonDerivedType(typeof(AutomaticPaymentResumed), "automatic-payment-resumed")]
[JsonDerivedType(typeof(RefundRequested), "refund-requested")]
[JsonDerivedType(typeof(RefundApproved), "refund-approved")]
[JsonDerivedType(typeof(RefundRejected), "refund-rejected")]
[JsonDerivedType(typeof(RefundPaid), "refund-paid")]
[JsonDerivedType(typeof(RefundReturned), "refund-returned")]
public abstract partial record AccountEvent
{
    /// <summary>What the cash room does.</summary>
    public abstract record CashEvent : AccountEvent
    {
        private protected CashEvent()
        {
        }
    }

    /// <summary>Money came in; a suspense id names the unidentified cash it was found among.</summary>
    public sealed record ReceiptBooked(
        string ReceiptId,
        string Source,
        CashMethod Method,
        long AmountMinor,
        LocalDate ValueOn,
        LocalDate BookedOn,
        string? Reference,
        string? BatchId,
        string? CardToken,
        string? SuspenseId,
        string? RetryOf,
        bool IsOnAccount) : CashEvent;

    /// <summary>Money of a receipt was set against items.</summary>
    public sealed record ReceiptApplied(string ReceiptId, CashApplied Application) : CashEvent;

    /// <summary>
    /// An application was taken back, or the part of it that is said: the items are open again, the receipt stands.
    /// </summary>
    public sealed record ReceiptUnapplied(string ReceiptId, CashApplied Application, LocalDate On) : CashEvent;

    /// <summary>Credits were set against debits.</summary>
    public sealed record CreditApplied(CreditSettled Settlement) : CashEvent;

    /// <summary>Credits and debits are open again.</summary>
    public sealed record CreditUnapplied(CreditSettled Settlement, LocalDate On) : CashEvent;

    /// <summary>
    /// Money went back, all of it that had not. A debit item stands in for what it paid and keeps, or for what was
    /// refunded of it.
    /// </summary>
    public sealed record ReceiptReversed(
        string ReceiptId,
        CashReceiptState State,
        CashMethod Method,
        string ReasonCode,
        ReturnMeaning Meaning,
        long AmountMinor,
        long DebitMinor,
        string? DebitItemId,
        LocalDate On,
        LocalDate DueOn) : CashEvent;

    /// <summary>
    /// A part of a card payment went back. A debit item stands in for what was refunded or transferred of it.
    /// </summary>
    public sealed record ReceiptChargedBack(
        string ReceiptId,
        CashChargeback Chargeback,
        CashMethod Method,
        long DebitMinor,
        string? DebitItemId,
        LocalDate DueOn) : CashEvent;

    /// <summary>The card holder's bank gave the money back.</summary>
    public sealed record ChargebackWon(
        string ReceiptId, CashMethod Method, long AmountMinor, LocalDate On) : CashEvent
    {
        /// <summary>The part that was charged back; null: all of the receipt was.</summary>
        public string? ChargebackId { get; init; }
    }

    /// <summary>A payment that came back costs a fee.</summary>
    public sealed record ReturnFeeCharged(
        string ItemId, string ReceiptId, long AmountMinor, LocalDate On, LocalDate DueOn) : CashEvent
    {
        /// <summary>The account on whose collective bill it comes; null: it is an item of its own account.</summary>
        public string? ParentId { get; init; }
    }

    /// <summary>A payment that came back is to be drawn once more.</summary>
    public sealed record RetryPlanned(PlannedRetry Retry) : CashEvent;

    /// <summary>A payment that came back is not drawn once more: nothing of it is owed any more.</summary>
    public sealed record RetryDropped(PlannedRetry Retry, LocalDate On) : CashEvent;

    /// <summary>Too many payments came back, or one that must not be drawn again.</summary>
    public sealed record AutomaticPaymentStopped(string ReasonCode, int ReturnCount, LocalDate On) : CashEvent;

    /// <summary>Payments are drawn by themselves again.</summary>
    public sealed record AutomaticPaymentResumed(LocalDate On) : CashEvent;

    /// <summary>Money is to be paid back; it is set aside. By hand it counts against somebody's limit.</summary>
    public sealed record RefundRequested(Refund Refund, LocalDate On, bool IsByHand = false) : CashEvent;

    /// <summary>A second person agreed to a refund; stored before approvals had one inbox.</summary>
    public sealed record RefundApproved(string RefundId, string CheckerId, LocalDate On) : CashEvent;

    /// <summary>A refund will not be paid; its money is free again.</summary>
    public sealed record RefundRejected(Refund Refund, LocalDate On) : CashEvent;

    /// <summary>A refund was paid out.</summary>
    public sealed record RefundPaid(
        string RefundId, CashMethod Method, long AmountMinor, string? PaymentReference, LocalDate On) : CashEvent;

    /// <summary>A refund that was paid out came back; its money is free again.</summary>
    public sealed record RefundReturned(Refund Refund, string ReasonCode, LocalDate On) : CashEvent;
}
