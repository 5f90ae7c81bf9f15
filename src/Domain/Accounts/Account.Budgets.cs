using System.Collections.Immutable;
using BillingActors.Domain.Budgets;
using NodaTime;

namespace BillingActors.Domain.Accounts;

/// <summary>Budget billing: even instalments in the place of bills that differ.</summary>
public sealed partial record Account
{
    /// <summary>Its budget plans, in the order they were agreed; one of them may run.</summary>
    public ImmutableArray<BudgetPlan> Budgets { get; init; } = [];

    /// <summary>The plan that runs, or null.</summary>
    public BudgetPlan? RunningBudget => Budgets.FirstOrDefault(plan => plan.EndedOn is null);

    /// <summary>What was charged by plans and not billed yet; negative where more was billed.</summary>
    public long BudgetMinor => Budgets.Sum(plan => plan.BalanceMinor);

    /// <summary>On which day the running plan is looked at next; null: nothing waits.</summary>
    public LocalDate? BudgetOn => BudgetReview.NextOn(this);

    /// <summary>The plan with the id, or null.</summary>
    public BudgetPlan? Budget(string planId) => Budgets.FirstOrDefault(plan => plan.Id == planId);
}
