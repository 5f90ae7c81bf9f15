using System.Collections.Immutable;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Collectives;
using BillingActors.Grains.Interfaces.Commands;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>Parents and children that answer with a receipt; there are no bills.</summary>
internal sealed class FakeCollectives(string key) : IAccountCollectiveGrain
{
    private readonly (string EntityId, string AccountId) _id = AccountKey.Split(key);

    public Task<Reply<Receipt>> StartCollective(
        CommandEnvelope envelope, StartCollective command, CancellationToken cancellation) => Answer();

    public Task<Reply<Receipt>> JoinParent(
        CommandEnvelope envelope, JoinParent command, CancellationToken cancellation) => Answer();

    public Task<Reply<Receipt>> LeaveParent(CommandEnvelope envelope, CancellationToken cancellation) => Answer();

    public Task<Reply<Receipt>> EndCollective(
        CommandEnvelope envelope, EndCollective command, CancellationToken cancellation) => Answer();

    public Task<Reply<Receipt>> FollowParent(
        CommandEnvelope envelope, FollowParent command, CancellationToken cancellation) => Answer();

    public Task ReviewCollective(CancellationToken cancellation) => Task.CompletedTask;

    public Task<CollectiveView?> ViewCollective(CancellationToken cancellation) => Task.FromResult<CollectiveView?>(
        new(_id.EntityId, _id.AccountId, 8, "EUR", null, null, null, 0, 0, []));

    public Task<CollectiveBillView?> ViewCollectiveBill(string billId, CancellationToken cancellation) =>
        Task.FromResult<CollectiveBillView?>(null);

    public Task<ImmutableArray<CollectiveLineRow>> CollectiveLines(
        string billId, string afterPlace, int countMax, CancellationToken cancellation) =>
        Task.FromResult(ImmutableArray<CollectiveLineRow>.Empty);

    public Task<ImmutableArray<ChildRow>> Children(
        string afterAccountId, int countMax, CancellationToken cancellation) =>
        Task.FromResult(ImmutableArray<ChildRow>.Empty);

    private Task<Reply<Receipt>> Answer() =>
        Task.FromResult(new Reply<Receipt>(new Receipt(_id.EntityId, _id.AccountId, 8), null));
}
