using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Transfers;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Transfers;
using BillingActors.Grains.Mapping;
using Microsoft.Extensions.Logging;

namespace BillingActors.Grains.Transfers;

/// <summary>
/// Goes between the two accounts of a transfer; both store their own end, so it can be lost at any point.
/// </summary>
internal sealed partial class TransferGrain(ILogger<TransferGrain> logger) : Grain, ITransferGrain
{
    private string Key => this.GetPrimaryKeyString();

    private IAccountTransferGrain Account => GrainFactory.GetGrain<IAccountTransferGrain>(Key);

    public async Task<Reply<TransferReceipt>> Start(
        CommandEnvelope envelope, ImmutableArray<string> roles, TransferOrder order, CancellationToken cancellation)
    {
        if (await RefusalOf(order.TargetOf(Key), null, cancellation) is { } missing)
            return missing.ToReply<TransferReceipt>();
        var sent = await Account.SendTransfer(envelope, roles, order, cancellation);
        if (sent.Problem is { } problem)
            return new Reply<TransferReceipt>(null, problem);
        await TryResume(cancellation);
        var receipt = await Account.TransferState(order.TransferId, cancellation);
        return new Reply<TransferReceipt>(receipt, null, sent.IsReplay);
    }

    public async Task<Reply<ActionPreview>> Preview(
        CommandEnvelope envelope, ImmutableArray<string> roles, TransferOrder order, CancellationToken cancellation) =>
        await RefusalOf(order.TargetOf(Key), null, cancellation) is { } missing
            ? missing.ToReply<ActionPreview>()
            : await GrainFactory.GetGrain<IAccountPreviewGrain>(Key)
                .PreviewTransfer(envelope, roles, order, cancellation);

    public async Task<Reply<MoveOutReceipt>> MoveOut(
        CommandEnvelope envelope, MoveOutOrder order, CancellationToken cancellation)
    {
        if (order.TargetOf(Key) is { } to)
        {
            var customer = (await GrainFactory.GetGrain<IAccountGrain>(Key).View(cancellation))?.CustomerId;
            if (await RefusalOf(to, customer, cancellation) is { } missing)
                return missing.ToReply<MoveOutReceipt>();
        }
        var moved = await Account.MoveOut(envelope, order, cancellation);
        if (moved.Problem is { } problem)
            return new Reply<MoveOutReceipt>(null, problem);
        await TryResume(cancellation);
        var receipt = await Account.MoveOutState(order.MoveOutId, cancellation);
        return new Reply<MoveOutReceipt>(
            receipt! with { FinalInvoiceId = moved.Value!.Reference }, null, moved.IsReplay);
    }

    public async Task Resume(CancellationToken cancellation)
    {
        foreach (var leg in await Account.SendWaiting(cancellation))
        {
            var other = GrainFactory.GetGrain<IAccountTransferGrain>(leg.To);
            if (await other.TakeTransfer(Key, leg.TransferId, cancellation) is { } outcome)
                await Account.SettleTransfer(leg.TransferId, outcome, cancellation);
        }
    }

    // Accounts are never removed and never change hands, so what is found here stays true; the rest is the other
    // account's to decide. An id that is none is refused by the account itself.
    private async Task<Refusal?> RefusalOf(string to, string? customer, CancellationToken cancellation)
    {
        var (entityId, accountId) = AccountKey.Split(to);
        if (to == Key || entityId != AccountKey.Split(Key).EntityId || !Refusals.IsId(accountId))
            return null;
        if (await GrainFactory.GetGrain<IAccountGrain>(to).View(cancellation) is not { } other)
            return TransferRefusals.TargetUnknown;
        return customer is null || other.CustomerId == customer ? null : TransferRefusals.OtherCustomer;
    }

    private async Task TryResume(CancellationToken cancellation)
    {
        try
        {
            await Resume(cancellation);
        }
        catch (Exception fault)
        {
            LogNotArrived(logger, Key, fault); // It is due work and goes on by itself.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What account {AccountKey} has sent has not arrived yet.")]
    private static partial void LogNotArrived(ILogger logger, string accountKey, Exception fault);
}
