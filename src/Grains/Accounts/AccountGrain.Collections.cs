using BillingActors.Domain.Accounts;
using BillingActors.Domain.Collections;
using BillingActors.Domain.Primitives;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Collections;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Mapping;

namespace BillingActors.Grains.Accounts;

/// <summary>Collection of the account: letters, blocks, and what comes due by itself.</summary>
internal sealed partial class AccountGrain : IAccountCollectionsGrain
{
    private static readonly Refusal KindUnknown = new("kind-unknown", "There is no such kind, end or delivery.");

    public Task<Reply<Receipt>> SetCollectionProfile(
        CommandEnvelope envelope, SetCollectionProfile command, CancellationToken cancellation) => Run(
            envelope,
            RequestHash.Of("set-collection-profile", command),
            null,
            (account, _) => ProfileAssignment.Decide(
                account, command.Segment, command.Jurisdiction, command.On.ToDomain()),
            cancellation);

    public Task<Reply<Receipt>> PlaceBlock(
        CommandEnvelope envelope, PlaceBlock command, CancellationToken cancellation) => Run(
            envelope,
            RequestHash.Of("place-block", command),
            command.BlockId,
            (account, context) => command.Kind.ToWord<BlockKind>() is { } kind
                ? BlockPlacing.Decide(
                    account,
                    new AccountEvent.CollectionBlockPlaced(
                        command.BlockId,
                        kind,
                        command.On.ToDomain(),
                        command.From.ToDomain(),
                        command.Through.ToDomain()),
                    context)
                : KindUnknown,
            cancellation);

    public Task<Reply<Receipt>> LiftBlock(
        CommandEnvelope envelope, LiftBlock command, CancellationToken cancellation) => Run(
            envelope,
            RequestHash.Of("lift-block", command),
            command.BlockId,
            (account, context) => BlockLifting.Decide(account, command.BlockId, command.On.ToDomain(), context),
            cancellation);

    public async Task ReviewCollection(CancellationToken cancellation)
    {
        await CatchUp(cancellation);
        if (_account.State.ReviewOn is null
            || await reviews.Desk(AccountKey.Split(Key).EntityId, cancellation) is not { } desk
            || desk.CommandFor(_account) is not { } command)
            return;
        await Run(
            command,
            CollectionReviewDesk.HashOf(command),
            null,
            (account, _) => desk.Decide(account),
            cancellation);
    }

    public async Task<CollectionView?> ViewCollection(CancellationToken cancellation)
    {
        await CatchUp(cancellation);
        return _account.Version == 0 ? null : _account.ToCollection((await Policy(cancellation)).Id);
    }

    public async Task<DunningPreviewView?> PreviewDunning(DateOnly on, CancellationToken cancellation)
    {
        await CatchUp(cancellation);
        if (_account.Version == 0)
            return null;
        var (policy, day) = (await Policy(cancellation), on.ToDomain());
        return DunningPreview.Of(_account.State, policy, day).ToPreview(Key, policy.Id, day);
    }

    public async Task<LetterView?> ViewLetter(string letterId, CancellationToken cancellation)
    {
        await CatchUp(cancellation);
        await foreach (var stored in store.ReadEvents(Key, 0, cancellation))
        {
            if (stored.Happened is AccountEvent.LetterSent letter && letter.LetterId == letterId)
                return letter.ToView(_account);
        }
        return null;
    }

    private async Task<DunningPolicy> Policy(CancellationToken cancellation)
    {
        var policies = await catalogue.DunningPolicies(AccountKey.Split(Key).EntityId, cancellation);
        var file = _account.State.Collected;
        return DunningPolicy.Choose(policies, file.Segment, file.Jurisdiction);
    }
}
