using System.Collections.Immutable;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Deposits;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>Deposits that answer with a receipt; nothing waits.</summary>
internal sealed class FakeDeposits(string key) : IAccountDepositsGrain
{
    private readonly (string EntityId, string AccountId) _id = AccountKey.Split(key);

    public Task<Reply<Receipt>> AssessDeposit(
        CommandEnvelope envelope, AssessDeposit command, CancellationToken cancellation) => Answer(command.DepositId);

    public Task<Reply<Receipt>> RequestDeposit(
        CommandEnvelope envelope, RequestDeposit command, CancellationToken cancellation) => Answer(command.DepositId);

    public Task<Reply<ActionReceipt>> WaiveDeposit(
        CommandEnvelope envelope, ImmutableArray<string> roles, WaiveDeposit command,
        CancellationToken cancellation) => Done(command.ReductionId);

    public Task<Reply<ActionReceipt>> ReleaseDeposit(
        CommandEnvelope envelope, ImmutableArray<string> roles, ReleaseDeposit command,
        CancellationToken cancellation) => Done(command.ReleaseId);

    public Task<Reply<Receipt>> ApplyDeposit(
        CommandEnvelope envelope, ReleaseDeposit command, CancellationToken cancellation) => Answer(command.ReleaseId);

    public Task<Reply<Receipt>> CreditDepositInterest(
        CommandEnvelope envelope, CreditDepositInterest command, CancellationToken cancellation) =>
        Answer(command.DepositId);

    public Task<DepositsView?> ViewDeposits(CancellationToken cancellation) =>
        Task.FromResult<DepositsView?>(new DepositsView(_id.EntityId, _id.AccountId, "AUD", 0, [], 7));

    private Task<Reply<Receipt>> Answer(string reference) =>
        Task.FromResult(new Reply<Receipt>(new Receipt(_id.EntityId, _id.AccountId, 8, reference)));

    private Task<Reply<ActionReceipt>> Done(string actionId) => Task.FromResult(
        new Reply<ActionReceipt>(new ActionReceipt(_id.EntityId, _id.AccountId, 8, actionId, "done")));
}
