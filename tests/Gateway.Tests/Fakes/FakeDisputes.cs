using System.Collections.Immutable;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Disputes;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>Disputes that answer with a receipt.</summary>
internal sealed class FakeDisputes(string key) : IAccountDisputesGrain
{
    private readonly (string EntityId, string AccountId) _id = AccountKey.Split(key);

    public ImmutableArray<DisputeView> Known { get; set; } = [];

    public Task<Reply<Receipt>> OpenDispute(
        CommandEnvelope envelope, OpenDispute command, CancellationToken cancellation) => Answer(command.DisputeId);

    public Task<Reply<Receipt>> MoveDispute(
        CommandEnvelope envelope, MoveDispute command, CancellationToken cancellation) => Answer(command.DisputeId);

    public Task<Reply<Receipt>> AssignDispute(
        CommandEnvelope envelope, AssignDispute command, CancellationToken cancellation) => Answer(command.DisputeId);

    public Task<Reply<Receipt>> FileDocument(
        CommandEnvelope envelope, FileDisputeDocument command, CancellationToken cancellation) =>
        Answer(command.DisputeId);

    public Task<Reply<ActionReceipt>> ResolveDispute(
        CommandEnvelope envelope,
        ImmutableArray<string> roles,
        ResolveDispute command,
        CancellationToken cancellation) => Task.FromResult(new Reply<ActionReceipt>(
            new ActionReceipt(_id.EntityId, _id.AccountId, 8, "dispute." + command.DisputeId, "done")));

    public Task<DisputesView?> ViewDisputes(CancellationToken cancellation) =>
        Task.FromResult<DisputesView?>(new DisputesView(_id.EntityId, _id.AccountId, "AUD", Known, 7));

    private Task<Reply<Receipt>> Answer(string reference) =>
        Task.FromResult(new Reply<Receipt>(new Receipt(_id.EntityId, _id.AccountId, 8, reference)));
}
