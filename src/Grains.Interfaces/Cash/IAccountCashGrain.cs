using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Commands;
using Orleans.Concurrency;
using Orleans.Metadata;

namespace BillingActors.Grains.Interfaces.Cash;

/// <summary>The money of one account, keyed "entity/account".</summary>
[Alias("account-cash"), DefaultGrainType("account")]
public interface IAccountCashGrain : IGrainWithStringKey
{
    /// <summary>Books money that came in and sets it against what is owed.</summary>
    [Alias("receive")]
    Task<Reply<Receipt>> Receive(CommandEnvelope envelope, Payment payment, CancellationToken cancellation);

    /// <summary>Books unidentified cash that was found to be this account's.</summary>
    [Alias("receive-found")]
    Task<Reply<Receipt>> ReceiveFound(CommandEnvelope envelope, UnidentifiedCash cash, CancellationToken cancellation);

    /// <summary>What a payment would be set against; stores nothing and interleaves with a running turn.</summary>
    [AlwaysInterleave, Alias("preview-payment")]
    Task<Reply<PaymentPreview>> PreviewPayment(
        CommandEnvelope envelope, Payment payment, CancellationToken cancellation);

    /// <summary>Sets what is left of a receipt against items.</summary>
    [Alias("apply")]
    Task<Reply<Receipt>> Apply(
        CommandEnvelope envelope, string receiptId, PaymentApplication application, CancellationToken cancellation);

    /// <summary>What an application would settle; stores nothing and interleaves with a running turn.</summary>
    [AlwaysInterleave, Alias("preview-application")]
    Task<Reply<PaymentPreview>> PreviewApplication(
        CommandEnvelope envelope, string receiptId, PaymentApplication application, CancellationToken cancellation);

    /// <summary>Takes an application back; its items are open again and its receipt stands.</summary>
    [Alias("unapply")]
    Task<Reply<Receipt>> Unapply(
        CommandEnvelope envelope, string receiptId, string applicationId, CancellationToken cancellation);

    /// <summary>Sets credits against debits.</summary>
    [Alias("settle-credit")]
    Task<Reply<Receipt>> SettleCredit(
        CommandEnvelope envelope, CreditSettlement settlement, CancellationToken cancellation);

    /// <summary>Takes a settlement of credits back.</summary>
    [Alias("unsettle-credit")]
    Task<Reply<Receipt>> UnsettleCredit(
        CommandEnvelope envelope, string settlementId, CancellationToken cancellation);

    /// <summary>Takes a whole receipt back.</summary>
    [Alias("reverse")]
    Task<Reply<Receipt>> Reverse(
        CommandEnvelope envelope, string receiptId, PaymentReversal reversal, CancellationToken cancellation);

    /// <summary>Books the money of a chargeback that was won.</summary>
    [Alias("win-chargeback")]
    Task<Reply<Receipt>> WinChargeback(
        CommandEnvelope envelope, string receiptId, CancellationToken cancellation);

    /// <summary>Takes a part of a card payment back.</summary>
    [Alias("charge-back")]
    Task<Reply<Receipt>> ChargeBack(
        CommandEnvelope envelope, string receiptId, PaymentChargeback chargeback, CancellationToken cancellation);

    /// <summary>Books the money of a part that was charged back and won.</summary>
    [Alias("win-chargeback-part")]
    Task<Reply<Receipt>> WinChargebackPart(
        CommandEnvelope envelope, string receiptId, string chargebackId, CancellationToken cancellation);

    /// <summary>Sets money aside that goes back, or asks for it above the limits of the roles.</summary>
    [Alias("request-refund")]
    Task<Reply<ActionReceipt>> RequestRefund(
        CommandEnvelope envelope, ImmutableArray<string> roles, RefundRequest refund, CancellationToken cancellation);

    /// <summary>Says that a refund was paid, came back, or is not paid.</summary>
    [Alias("advance-refund")]
    Task<Reply<Receipt>> AdvanceRefund(
        CommandEnvelope envelope, RefundAction action, CancellationToken cancellation);

    /// <summary>Draws a payment that came back once more, if it is due; woken by the scheduler.</summary>
    [Alias("draw-retry")]
    Task DrawRetry(CancellationToken cancellation);

    /// <summary>Lets payments be drawn by themselves again.</summary>
    [Alias("resume-automatic-payment")]
    Task<Reply<Receipt>> ResumeAutomaticPayment(CommandEnvelope envelope, CancellationToken cancellation);

    /// <summary>The money as committed, or null; interleaves with a running turn.</summary>
    [AlwaysInterleave, Alias("cash")]
    Task<CashView?> Cash(CancellationToken cancellation);
}
