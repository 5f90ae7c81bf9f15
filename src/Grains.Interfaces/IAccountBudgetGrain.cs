using BillingActors.Grains.Interfaces.Budgets;
using BillingActors.Grains.Interfaces.Commands;
using Orleans.Concurrency;
using Orleans.Metadata;

namespace BillingActors.Grains.Interfaces;

/// <summary>Budget billing of an account, keyed as the account is.</summary>
[Alias("account-budget"), DefaultGrainType("account")]
public interface IAccountBudgetGrain : IGrainWithStringKey
{
    /// <summary>Puts the account on a plan.</summary>
    [Alias("agree-budget")]
    Task<Reply<Receipt>> AgreeBudget(CommandEnvelope envelope, AgreeBudget command, CancellationToken cancellation);

    /// <summary>Changes the amount of the instalments to come.</summary>
    [Alias("adjust-budget")]
    Task<Reply<Receipt>> AdjustBudget(CommandEnvelope envelope, AdjustBudget command, CancellationToken cancellation);

    /// <summary>Takes the account off its plan and settles.</summary>
    [Alias("end-budget")]
    Task<Reply<Receipt>> EndBudget(CommandEnvelope envelope, EndBudget command, CancellationToken cancellation);

    /// <summary>Does what came due by itself until today; woken by the scheduler, safe to repeat.</summary>
    [Alias("review-budget")]
    Task ReviewBudget(CancellationToken cancellation);

    /// <summary>Budget billing as it stands; null where there is no account.</summary>
    [AlwaysInterleave, Alias("view-budget")]
    Task<BudgetView?> ViewBudget(CancellationToken cancellation);

    /// <summary>What an instalment should be; null where there is no account.</summary>
    [AlwaysInterleave, Alias("estimate-budget")]
    Task<BudgetEstimateView?> EstimateBudget(int instalmentCount, CancellationToken cancellation);
}
