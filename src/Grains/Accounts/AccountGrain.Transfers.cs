using System.Collections.Immutable;
using BillingActors.Domain.Approvals;
using BillingActors.Domain.Transfers;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Transfers;
using BillingActors.Grains.Mapping;

namespace BillingActors.Grains.Accounts;

/// <summary>Both ends of transfers, and the end of a contract with its final bill.</summary>
internal sealed partial class AccountGrain : IAccountTransferGrain
{
    private const int TransferCountMax = 501;

    public async Task<Reply<ActionReceipt>> SendTransfer(
        CommandEnvelope envelope, ImmutableArray<string> roles, TransferOrder order, CancellationToken cancellation) =>
        order.Scope.ToWord<TransferScope>() is { } scope
            ? await Act(
                new Asked(envelope, roles, RequestHash.Of("send-transfer", order), order.TransferId),
                (entity, _) => Task.FromResult<MoneyAction?>(
                    new MoneyAction.Transferring(order.ToCommand(Key, scope, Today(entity)))),
                cancellation)
            : TransferRefusals.ScopeWrong.ToReply<ActionReceipt>();

    public Task<Reply<Receipt>> MoveOut(
        CommandEnvelope envelope, MoveOutOrder order, CancellationToken cancellation) => Run(
            envelope,
            RequestHash.Of("move-out", order),
            (before, context, token) => finals.Decide(before, order, context, token),
            cancellation);

    public async Task<ImmutableArray<TransferLeg>> SendWaiting(CancellationToken cancellation)
    {
        await CatchUp(cancellation);
        foreach (var moveOut in _account.State.MoveOuts.Where(one => one.IsWaiting))
        {
            var today = Today(await Entity(cancellation));
            await Run(
                ByItself("balance-" + moveOut.Id, "move-out " + moveOut.Id),
                RequestHash.Of("send-balance", moveOut.Id),
                moveOut.Id,
                (account, context) => BalanceMoving.Decide(account, Key, moveOut.Id, today, context),
                cancellation);
        }
        return
        [
            .. _account.State.TransfersOut.Where(one => one.IsPending).Select(one => new TransferLeg(one.Id, one.To)),
        ];
    }

    public async Task<TransferOutcome?> TakeTransfer(
        string from, string transferId, CancellationToken cancellation)
    {
        await CatchUp(cancellation);
        if (_account.State.TransferIn(from, transferId) is { } known)
            return new TransferOutcome(known.Code);
        // What the other account has stored is the truth; what it has taken back meanwhile must not arrive any more.
        var sender = (await store.Load(from, cancellation)).State;
        if (sender.TransferOut(transferId) is not { IsPending: true } transfer)
            return null;
        if (_account.Version == 0)
            return new TransferOutcome(TransferRefusals.TargetUnknown.Code);
        var command = new ReceiveTransfer(from, transfer, sender.Currency.Code, Today(await Entity(cancellation)));
        await Run(
            ByItself($"take-{from}-{transferId}", null),
            RequestHash.Of("take-transfer", new { from, transferId }),
            transferId,
            (account, _) => TransferReceiving.Decide(account, command),
            cancellation);
        return _account.State.TransferIn(from, transferId) is { } now ? new TransferOutcome(now.Code) : null;
    }

    public async Task SettleTransfer(string transferId, TransferOutcome outcome, CancellationToken cancellation)
    {
        var today = Today(await Entity(cancellation));
        await Run(
            ByItself("settle-" + transferId, null),
            RequestHash.Of("settle-transfer", new { transferId, outcome }),
            transferId,
            (account, _) => TransferSettling.Decide(account, transferId, outcome.Code, today),
            cancellation);
    }

    public async Task<TransferReceipt?> TransferState(string transferId, CancellationToken cancellation)
    {
        await CatchUp(cancellation);
        return _account.ToTransferReceipt(transferId);
    }

    public async Task<MoveOutReceipt?> MoveOutState(string moveOutId, CancellationToken cancellation)
    {
        await CatchUp(cancellation);
        return _account.ToMoveOutReceipt(moveOutId);
    }

    public async Task<ImmutableArray<TransferView>?> Transfers(
        string afterPlace, int countMax, CancellationToken cancellation)
    {
        await CatchUp(cancellation);
        if (_account.Version == 0)
            return null;
        var transfers = _account.State.ToTransfers();
        if (afterPlace.Length > 0)
        {
            transfers = transfers.SkipWhile(one =>
                $"{one.Direction}/{one.OtherAccountId}/{one.TransferId}" != afterPlace).Skip(1);
        }
        return [.. transfers.Take(Math.Clamp(countMax, 1, TransferCountMax))];
    }

    public async Task<TransferView?> Transfer(string transferId, CancellationToken cancellation)
    {
        await CatchUp(cancellation);
        return _account.State.ToTransfers().FirstOrDefault(one => one.TransferId == transferId);
    }

    private CommandEnvelope ByItself(string commandId, string? reason) =>
        new(commandId, "job", "transfer", "scheduler", clock.GetUtcNow(), reason);
}
