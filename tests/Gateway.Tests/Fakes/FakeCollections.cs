using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Collections;
using BillingActors.Grains.Interfaces.Commands;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>Collection that answers with a receipt, and knows one letter.</summary>
internal sealed class FakeCollections(string key) : IAccountCollectionsGrain
{
    private readonly (string EntityId, string AccountId) _id = AccountKey.Split(key);

    public Task<Reply<Receipt>> SetCollectionProfile(
        CommandEnvelope envelope, SetCollectionProfile command, CancellationToken cancellation) => Answer();

    public Task<Reply<Receipt>> PlaceBlock(
        CommandEnvelope envelope, PlaceBlock command, CancellationToken cancellation) => Answer();

    public Task<Reply<Receipt>> LiftBlock(
        CommandEnvelope envelope, LiftBlock command, CancellationToken cancellation) => Answer();

    public Task<Reply<Receipt>> MakePromise(
        CommandEnvelope envelope, MakePromise command, CancellationToken cancellation) => Answer();

    public Task<Reply<Receipt>> EndPromise(
        CommandEnvelope envelope, EndArrangement command, CancellationToken cancellation) => Answer();

    public Task<Reply<Receipt>> AgreePlan(
        CommandEnvelope envelope, AgreePlan command, CancellationToken cancellation) => Answer();

    public Task<Reply<Receipt>> EndPlan(
        CommandEnvelope envelope, EndArrangement command, CancellationToken cancellation) => Answer();

    public Task<Reply<Receipt>> PlaceWithAgency(
        CommandEnvelope envelope, PlaceWithAgency command, CancellationToken cancellation) => Answer();

    public Task<Reply<Receipt>> EndPlacement(
        CommandEnvelope envelope, EndArrangement command, CancellationToken cancellation) => Answer();

    public Task<Reply<Receipt>> BookCommission(
        CommandEnvelope envelope, BookCommission command, CancellationToken cancellation) => Answer();

    public Task<Reply<Receipt>> ServeNotice(
        CommandEnvelope envelope, ServeNotice command, CancellationToken cancellation) => Answer();

    public Task<Reply<Receipt>> RecordContact(
        CommandEnvelope envelope, RecordContact command, CancellationToken cancellation) => Answer();

    public Task<Reply<Receipt>> OrderDisconnection(
        CommandEnvelope envelope, OrderDisconnection command, CancellationToken cancellation) => Answer();

    public Task<Reply<Receipt>> OrderReconnection(
        CommandEnvelope envelope, OrderReconnection command, CancellationToken cancellation) => Answer();

    public Task<Reply<Receipt>> EndOrder(
        CommandEnvelope envelope, EndArrangement command, CancellationToken cancellation) => Answer();

    public Task ReviewCollection(CancellationToken cancellation) => Task.CompletedTask;

    public Task<CollectionView?> ViewCollection(CancellationToken cancellation) =>
        Task.FromResult<CollectionView?>(new CollectionView(
            _id.EntityId, _id.AccountId, "AUD", "", "", "default", null, [], [], [], [], [], [], 7));

    public Task<DunningPreviewView?> PreviewDunning(DateOnly on, CancellationToken cancellation) =>
        Task.FromResult<DunningPreviewView?>(new DunningPreviewView(
            _id.EntityId, _id.AccountId, "default", on, "nothing-due", 0, [], 0, 0));

    public Task<LetterView?> ViewLetter(string letterId, CancellationToken cancellation) => Task.FromResult(
        letterId == "none" ? null : Letter(letterId));

    public Task<DisconnectionCheckView?> CheckDisconnection(
        OrderDisconnection wanted, CancellationToken cancellation) =>
        Task.FromResult<DisconnectionCheckView?>(
            new DisconnectionCheckView(wanted.ContractId, wanted.On, ["not-foreseen"]));

    private LetterView Letter(string letterId) => new(
        letterId,
        _id.EntityId,
        _id.AccountId,
        "c1",
        "standard",
        2,
        "warning",
        new DateOnly(2026, 2, 1),
        new DateOnly(2026, 2, 11),
        "AUD",
        [new LetterItemView(
            "i1", "INV-1", "invoice", new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 15), 10_000, 2_500, 1, 2)],
        500,
        1_000,
        8_000);

    private Task<Reply<Receipt>> Answer() =>
        Task.FromResult(new Reply<Receipt>(new Receipt(_id.EntityId, _id.AccountId, 8, null)));
}
