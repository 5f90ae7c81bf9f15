using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Collectives;
using BillingActors.Domain.Primitives;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Collectives;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Mapping;

namespace BillingActors.Grains.Accounts;

/// <summary>
/// Parents and children. Bills of children are rows that their own commits wrote; the parent takes them page by page,
/// so that no child is woken, and none is taken twice: a page is only taken while nothing else was since it was read.
/// </summary>
internal sealed partial class AccountGrain : IAccountCollectiveGrain
{
    private const int LineCountMax = 500;

    /// <summary>
    /// How many pages one wake takes, so that the account is not busy for long; the next one goes on.
    /// </summary>
    private const int PagesPerWake = 10;

    public async Task<Reply<Receipt>> StartCollective(
        CommandEnvelope envelope, StartCollective command, CancellationToken cancellation)
    {
        var today = Today(await Entity(cancellation));
        return await Run(
            envelope,
            RequestHash.Of("start-collective", command),
            null,
            (account, _) => CollectiveStart.Decide(account, command.BillDay, today),
            cancellation);
    }

    public async Task<Reply<Receipt>> JoinParent(
        CommandEnvelope envelope, JoinParent command, CancellationToken cancellation)
    {
        var entity = await Entity(cancellation);
        var today = Today(entity);
        // What makes a parent fit never changes back but for its end, so it may be read before the turn.
        var parent = Refusals.IsId(command.ParentId)
            ? (await store.Load(AccountKey.Of(entity.Id, command.ParentId), cancellation)).State
            : Account.None;
        return await Run(
            envelope,
            RequestHash.Of("join-parent", command),
            command.ParentId,
            (account, _) => ParentJoining.Decide(account, parent, command.ParentId, today),
            cancellation);
    }

    public async Task<Reply<Receipt>> LeaveParent(CommandEnvelope envelope, CancellationToken cancellation)
    {
        var today = Today(await Entity(cancellation));
        return await Run(
            envelope,
            RequestHash.Of("leave-parent", ""),
            null,
            (account, _) => ParentLeaving.Decide(account, today),
            cancellation);
    }

    public async Task ReviewCollective(CancellationToken cancellation)
    {
        await CatchUp(cancellation);
        var today = Today(await Entity(cancellation));
        for (var page = 0; page < PagesPerWake; page++)
        {
            if (_account.State.Collective is not { } position || position.NextOn > today)
                return;
            var waiting = await collectives.Waiting(
                Key, position.NextOn, ChildBillTaking.PageCountMax, cancellation);
            await Step(
                position,
                account => waiting.IsEmpty
                    ? CollectiveBilling.Decide(account, today)
                    : ChildBillTaking.Decide(account, waiting, position.TakenCount, today),
                cancellation);
        }
    }

    public async Task<CollectiveView?> ViewCollective(CancellationToken cancellation)
    {
        await CatchUp(cancellation);
        return _account.Version == 0 ? null : _account.ToCollective();
    }

    public async Task<CollectiveBillView?> ViewCollectiveBill(string billId, CancellationToken cancellation)
    {
        await foreach (var stored in store.ReadEvents(Key, 0, cancellation))
        {
            if (stored.Happened is AccountEvent.CollectiveBilled billed && billed.BillId == billId)
                return billed.ToView(_account.State.Currency.Code);
        }
        return null;
    }

    public async Task<ImmutableArray<CollectiveLineRow>> CollectiveLines(
        string billId, string afterPlace, int countMax, CancellationToken cancellation)
    {
        var entityId = AccountKey.Split(Key).EntityId;
        var lines = await collectives.Lines(
            Key, billId, afterPlace.ToPlace(), Math.Clamp(countMax, 1, LineCountMax + 1), cancellation);
        return [.. lines.Select(line => line.ToRow(entityId))];
    }

    public async Task<ImmutableArray<ChildRow>> Children(
        string afterAccountId, int countMax, CancellationToken cancellation)
    {
        var children = await collectives.Children(
            Key, afterAccountId, Math.Clamp(countMax, 1, LineCountMax + 1), cancellation);
        return [.. children.Select(child => new ChildRow(child))];
    }

    // The count is part of the id: the same page is one command, however often it is tried.
    private Task<Reply<Receipt>> Step(
        CollectivePosition position,
        Func<Account, Decision<AccountEvent>> decide,
        CancellationToken cancellation)
    {
        var id = string.Create(
            CultureInfo.InvariantCulture, $"{position.NextBillId}-{position.TakenCount}-{_account.Version}");
        return Run(
            new CommandEnvelope(id, "job", "collective", "scheduler", clock.GetUtcNow()),
            RequestHash.Of("review-collective", id),
            position.NextBillId,
            (account, _) => decide(account),
            cancellation);
    }
}
