using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Approvals;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Transfers;

/// <summary>An account after something left it for another one, or came from there.</summary>
internal static class TransferFold
{
    public static Account Apply(Account account, AccountEvent.TransferEvent happened, EventEnvelope envelope) =>
        happened switch
        {
            AccountEvent.TransferSent e => Counted(Sent(account, e), e, envelope),
            AccountEvent.TransferReceived e => Received(account, e),
            AccountEvent.TransferRefused e => account.With(file => file with
            {
                In = file.In.Add(new(e.TransferId, e.From, e.Value, e.On, e.Code)),
            }),
            AccountEvent.TransferCompleted e => account.WithTransfer(
                e.TransferId, transfer => transfer with { State = TransferState.Completed }),
            AccountEvent.TransferReturned e => Returned(account, e),
            AccountEvent.MovedOut e => account.With(file => file with { MoveOuts = file.MoveOuts.Add(Of(e)) }),
            AccountEvent.BalanceKept e => account.WithMoveOut(
                e.MoveOutId, moveOut => moveOut with { IsWaiting = false, Code = e.Code }),
            _ => throw new BrokenInvariantException("every event of the transfers is known"),
        };

    private static Account Sent(Account account, AccountEvent.TransferSent e)
    {
        var transfer = new OutgoingTransfer(e.TransferId, e.To, e.Scope, e.Value, e.On, e.CustomerId);
        var after = account.Settled(e.Value.Items).WithCash(e.Value.Cash, 1)
            .With(file => file with { Out = file.Out.Add(transfer) });
        return after.WithMoveOut(e.TransferId, moveOut => moveOut with { IsWaiting = false });
    }

    // What follows from a move-out is nobody's doing by hand.
    private static Account Counted(Account account, AccountEvent.TransferSent e, EventEnvelope envelope) =>
        e.CustomerId is null
            ? ApprovalFold.Moved(account, "transfer", e.Value.EffectMinor, e.On, envelope)
            : account;

    private static Account Returned(Account account, AccountEvent.TransferReturned e) =>
        account.Reopened(e.Value.Items).WithCash(e.Value.Cash, -1).WithTransfer(
            e.TransferId, transfer => transfer with { State = TransferState.Returned, Code = e.Code });

    private static Account Received(Account account, AccountEvent.TransferReceived e)
    {
        var items = e.Value.Items.Select((share, at) =>
            share with { ItemId = IncomingTransfer.ItemIdOf(e.TransferId, at) });
        var receipts = e.Value.Cash.Select((share, at) => Receipt(share, e, at));
        var after = account.Reopened([.. items]) with
        {
            Cash = account.Cash with { Receipts = [.. account.Cash.Receipts, .. receipts] },
        };
        return after.With(file => file with { In = file.In.Add(new(e.TransferId, e.From, e.Value, e.On, null)) });
    }

    private static MoveOut Of(AccountEvent.MovedOut e) =>
        new(e.MoveOutId, e.ContractId, e.Until, e.TransferTo, e.On) { IsWaiting = e.TransferTo is not null };

    private static CashReceipt Receipt(CashShare share, AccountEvent.TransferReceived e, int place) => new(
        IncomingTransfer.ReceiptIdOf(e.TransferId, place),
        "transfer",
        share.Method,
        share.AmountMinor,
        share.ValueOn,
        e.On,
        share.Reference,
        share.IsOnAccount,
        [])
    {
        TransferId = e.TransferId,
    };

    private static Account WithCash(this Account account, ImmutableArray<CashShare> shares, int sign) => account with
    {
        Cash = account.Cash with
        {
            Receipts = [.. account.Cash.Receipts.Select(receipt => Moved(receipt, shares, sign))],
        },
    };

    private static CashReceipt Moved(CashReceipt receipt, ImmutableArray<CashShare> shares, int sign) =>
        shares.FirstOrDefault(share => share.ReceiptId == receipt.Id) is { } share
            ? receipt with { TransferredMinor = receipt.TransferredMinor + (sign * share.AmountMinor) }
            : receipt;

    private static Account WithTransfer(
        this Account account, string id, Func<OutgoingTransfer, OutgoingTransfer> change) =>
        account.With(file => file with { Out = [.. file.Out.Select(one => one.Id == id ? change(one) : one)] });

    private static Account WithMoveOut(this Account account, string id, Func<MoveOut, MoveOut> change) =>
        account.With(file => file with
        {
            MoveOuts = [.. file.MoveOuts.Select(one => one.Id == id ? change(one) : one)],
        });

    private static Account With(this Account account, Func<TransferFile, TransferFile> change) =>
        account with { Transfers = change(account.TransfersKept) };
}
