using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Budgets;
using BillingActors.Grains.Interfaces.Commands;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>Budget billing that answers with a receipt.</summary>
internal sealed class FakeBudgets(string key) : IAccountBudgetGrain
{
    private readonly (string EntityId, string AccountId) _id = AccountKey.Split(key);

    public Task<Reply<Receipt>> AgreeBudget(
        CommandEnvelope envelope, AgreeBudget command, CancellationToken cancellation) => Answer(command.PlanId);

    public Task<Reply<Receipt>> AdjustBudget(
        CommandEnvelope envelope, AdjustBudget command, CancellationToken cancellation) => Answer(command.PlanId);

    public Task<Reply<Receipt>> EndBudget(
        CommandEnvelope envelope, EndBudget command, CancellationToken cancellation) => Answer(command.PlanId);

    public Task ReviewBudget(CancellationToken cancellation) => Task.CompletedTask;

    public Task<BudgetView?> ViewBudget(CancellationToken cancellation) =>
        Task.FromResult<BudgetView?>(new(_id.EntityId, _id.AccountId, 8, "EUR", 0, []));

    public Task<BudgetEstimateView?> EstimateBudget(int instalmentCount, CancellationToken cancellation) =>
        Task.FromResult<BudgetEstimateView?>(new("EUR", 0, 0, instalmentCount, null));

    private Task<Reply<Receipt>> Answer(string planId) =>
        Task.FromResult(new Reply<Receipt>(new Receipt(_id.EntityId, _id.AccountId, 8, planId), null));
}
