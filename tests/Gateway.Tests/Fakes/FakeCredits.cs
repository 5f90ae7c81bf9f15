using System.Collections.Immutable;
using System.Reflection;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Collections;
using BillingActors.Grains.Interfaces.Commands;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>
/// Credits that answer with a receipt; nothing waits. No class of its own: beside a real silo it would be a second grain
/// of the interface.
/// </summary>
internal static class FakeCredits
{
    private readonly (string EntityId, string AccountId) _id = AccountKey.Split(key);

    public Task<Reply<ActionReceipt>> Adjust(
        CommandEnvelope envelope, ImmutableArray<string> roles, AdjustOpenItem command,
        CancellationToken cancellation) => Answer(command.AdjustmentId);

    public Task<Reply<ActionReceipt>> Waive(
        CommandEnvelope envelope, ImmutableArray<string> roles, WaiveCharge command,
        CancellationToken cancellation) => Answer(command.WaiverId);

    public Task<Reply<ActionReceipt>> WriteOff(
        CommandEnvelope envelope, ImmutableArray<string> roles, WriteOffOpenItems command,
        CancellationToken cancellation) => Answer(command.WriteOffId);

    public Task<Reply<ActionReceipt>> Recover(
        CommandEnvelope envelope, ImmutableArray<string> roles, RecoverWrittenOff command,
        CancellationToken cancellation) => Answer(command.RecoveryId);

    public Task<Reply<ActionReceipt>> Approve(
        CommandEnvelope envelope, ImmutableArray<string> roles, ApproveAction command,
        CancellationToken cancellation) => Answer(command.RequestId);

    public Task<Reply<ActionReceipt>> Reject(
        CommandEnvelope envelope, string requestId, CancellationToken cancellation) => Answer(requestId);

    public Task<Reply<ActionReceipt>> Withdraw(
        CommandEnvelope envelope, string requestId, CancellationToken cancellation) => Answer(requestId);

    public Task<ImmutableArray<PendingActionView>?> Requests(CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<PendingActionView>?>([]);

    private Task<Reply<ActionReceipt>> Answer(string actionId) => Task.FromResult(
        new Reply<ActionReceipt>(new ActionReceipt(_id.EntityId, _id.AccountId, 8, actionId, "done")));
    public static IAccountCreditGrain Of(string key)
    {
        var (entityId, accountId) = AccountKey.Split(key);
        var grain = DispatchProxy.Create<IAccountCreditGrain, FakeGrains.Proxy>();
        ((FakeGrains.Proxy)(object)grain).Answer = (method, _) =>
            method.ReturnType == typeof(Task<Reply<ActionReceipt>>)
                ? Task.FromResult(new Reply<ActionReceipt>(
                    new ActionReceipt(entityId, accountId, 8, "AD-1", "done")))
                : Task.FromResult<ImmutableArray<PendingActionView>?>([]);
        return grain;
    }
}
