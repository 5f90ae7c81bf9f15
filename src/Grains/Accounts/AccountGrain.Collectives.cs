using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Collectives;
using BillingActors.Domain.Primitives;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Collectives;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Mapping;
using BillingActors.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

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

    private const int ChildrenPerWake = 500;
    private const int ChildrenAtOnce = 16;

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
        // What makes a parent fit never changes back but for its end, and who joins at that very moment is on its
        // collective bills all the same; so it may be read before the turn.
        var parent = await Beside(command.ParentId, cancellation);
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

    public async Task<Reply<Receipt>> EndCollective(
        CommandEnvelope envelope, EndCollective command, CancellationToken cancellation)
    {
        var today = Today(await Entity(cancellation));
        var successor = await Successor(command.SuccessorId, cancellation);
        return await Run(
            envelope,
            RequestHash.Of("end-collective", command),
            command.SuccessorId,
            (account, _) => CollectiveEnding.Decide(account, successor, AccountKey.Split(Key).AccountId, today),
            cancellation);
    }

    public async Task<Reply<Receipt>> FollowParent(
        CommandEnvelope envelope, FollowParent command, CancellationToken cancellation)
    {
        var today = Today(await Entity(cancellation));
        var successor = await Successor(command.SuccessorId, cancellation);
        return await Run(
            envelope,
            RequestHash.Of("follow-parent", command),
            command.SuccessorId,
            (account, _) => ParentFollowing.Decide(account, command.ParentId, successor, today),
            cancellation);
    }

    public async Task ReviewCollective(CancellationToken cancellation)
    {
        await CatchUp(cancellation);
        var today = Today(await Entity(cancellation));
        if (_account.State.Collective?.End is { IsDone: false } end)
            await SendChildrenOn(end, today, cancellation);
        for (var page = 0; page < PagesPerWake; page++)
        {
            if (_account.State.Collective is not { } position || position.NextOn > today)
                return;
            var waiting = await collectives.Waiting(Key, position.NextOn, PageSize, cancellation);
            await Step(
                position,
                account => waiting.IsEmpty
                    ? CollectiveBilling.Decide(account, today)
                    : ChildBillTaking.Decide(account, waiting, position.TakenCount, today),
                cancellation);
            CrashPoints.Reach(CrashPoints.BetweenCollectivePages);
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

    private int PageSize => Math.Clamp(
        ServiceProvider.GetRequiredService<IOptions<GrainsOptions>>().Value.CollectivePageSize,
        1,
        ChildBillTaking.PageCountMax);

    // A child that left is in the list no more, so whatever was killed in between goes on where it stood.
    private async Task SendChildrenOn(CollectiveEnd end, LocalDate today, CancellationToken cancellation)
    {
        var (entityId, accountId) = AccountKey.Split(Key);
        var children = await collectives.Children(Key, "", ChildrenPerWake, cancellation);
        var command = new FollowParent(accountId, end.SuccessorId);
        var id = string.Create(CultureInfo.InvariantCulture, $"follow-{accountId}-{_account.Version}");
        foreach (var some in children.Chunk(ChildrenAtOnce))
        {
            await Task.WhenAll(some.Select(child => GrainFactory
                .GetGrain<IAccountCollectiveGrain>(AccountKey.Of(entityId, child))
                .FollowParent(OfJob(id), command, cancellation)));
        }
        if (children.IsEmpty)
        {
            await Run(
                OfJob(id),
                RequestHash.Of("empty-collective", id),
                null,
                (account, _) => CollectiveEnding.Empty(account, today),
                cancellation);
        }
    }

    private CommandEnvelope OfJob(string id) => new(id, "job", "collective", "scheduler", clock.GetUtcNow());

    private async Task<Account> Beside(string accountId, CancellationToken cancellation) => Refusals.IsId(accountId)
        ? (await store.Load(AccountKey.Of(AccountKey.Split(Key).EntityId, accountId), cancellation)).State
        : Account.None;

    private async Task<(string Id, Account State)?> Successor(string? accountId, CancellationToken cancellation) =>
        accountId is null ? null : (accountId, await Beside(accountId, cancellation));

    // The count is part of the id: the same page is one command, however often it is tried.
    private Task<Reply<Receipt>> Step(
        CollectivePosition position,
        Func<Account, Decision<AccountEvent>> decide,
        CancellationToken cancellation)
    {
        var id = string.Create(
            CultureInfo.InvariantCulture, $"{position.NextBillId}-{position.TakenCount}-{_account.Version}");
        return Run(
            OfJob(id),
            RequestHash.Of("review-collective", id),
            position.NextBillId,
            (account, _) => decide(account),
            cancellation);
    }
}
