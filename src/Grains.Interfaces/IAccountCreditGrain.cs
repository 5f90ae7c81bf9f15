using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Collections;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Credits;
using Orleans.Concurrency;
using Orleans.Metadata;

namespace BillingActors.Grains.Interfaces;

/// <summary>
/// What is changed by hand about what an account owes, keyed "entity/account". Each call names the roles of the person:
/// above their limits an action waits for a second person.
/// </summary>
[Alias("account-credits"), DefaultGrainType("account")]
public interface IAccountCreditGrain : IGrainWithStringKey
{
    /// <summary>Lowers what is owed of an item.</summary>
    [Alias("adjust")]
    Task<Reply<ActionReceipt>> Adjust(
        CommandEnvelope envelope, ImmutableArray<string> roles, AdjustOpenItem command, CancellationToken cancellation);

    /// <summary>Gives up a fee or interest, or asks for it.</summary>
    [Alias("waive")]
    Task<Reply<ActionReceipt>> Waive(
        CommandEnvelope envelope,
        ImmutableArray<string> roles,
        WaiveCharge command,
        CancellationToken cancellation);

    /// <summary>Gives items up.</summary>
    [Alias("write-off")]
    Task<Reply<ActionReceipt>> WriteOff(
        CommandEnvelope envelope, ImmutableArray<string> roles, WriteOffOpenItems command,
        CancellationToken cancellation);

    /// <summary>Lets a write-off stand again.</summary>
    [Alias("recover")]
    Task<Reply<ActionReceipt>> Recover(
        CommandEnvelope envelope, ImmutableArray<string> roles, RecoverWrittenOff command,
        CancellationToken cancellation);

    /// <summary>Corrects an invoice by a credit memo.</summary>
    [Alias("credit-invoice")]
    Task<Reply<ActionReceipt>> CreditInvoice(
        CommandEnvelope envelope, ImmutableArray<string> roles, CreditIssuedInvoice command,
        CancellationToken cancellation);

    /// <summary>What is left of an invoice, and what a credit memo would take of it; nothing is stored.</summary>
    [AlwaysInterleave, Alias("preview-credit")]
    Task<Reply<CreditPreview>> PreviewCredit(CreditIssuedInvoice command, CancellationToken cancellation);

    /// <summary>Takes an invoice back, so that its days are billed again.</summary>
    [Alias("cancel-invoice")]
    Task<Reply<ActionReceipt>> CancelInvoice(
        CommandEnvelope envelope, ImmutableArray<string> roles, CancelIssuedInvoice command,
        CancellationToken cancellation);

    /// <summary>Agrees to an action that waits, and does it.</summary>
    [Alias("approve")]
    Task<Reply<ActionReceipt>> Approve(
        CommandEnvelope envelope, ImmutableArray<string> roles, ApproveAction command, CancellationToken cancellation);

    /// <summary>Says no to an action that waits.</summary>
    [Alias("reject")]
    Task<Reply<ActionReceipt>> Reject(CommandEnvelope envelope, string requestId, CancellationToken cancellation);

    /// <summary>Takes back what one asked for.</summary>
    [Alias("withdraw")]
    Task<Reply<ActionReceipt>> Withdraw(CommandEnvelope envelope, string requestId, CancellationToken cancellation);

    /// <summary>Puts a document to what one asked for, while it waits.</summary>
    [Alias("add-request-document")]
    Task<Reply<ActionReceipt>> AddDocument(
        CommandEnvelope envelope, AddRequestDocument command, CancellationToken cancellation);

    /// <summary>
    /// Ids of the documents of a request, also of one that was decided; null when there is no such account.
    /// </summary>
    [AlwaysInterleave, Alias("request-documents")]
    Task<ImmutableArray<string>?> DocumentsOf(string requestId, CancellationToken cancellation);

    /// <summary>
    /// What persons moved by an action on a day, in minor units; nothing where the account has another currency.
    /// </summary>
    [AlwaysInterleave, Alias("moved-by-hand")]
    Task<long> MovedByHand(
        ImmutableArray<string> personIds, string action, string currency, DateOnly on,
        CancellationToken cancellation);

    /// <summary>What waits, with the items before and after; null when there is no such account.</summary>
    [AlwaysInterleave, Alias("requests")]
    Task<ImmutableArray<PendingActionView>?> Requests(CancellationToken cancellation);
}
