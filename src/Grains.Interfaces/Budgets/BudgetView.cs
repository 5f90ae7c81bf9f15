using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Budgets;

/// <summary>The budget billing of an account.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="AccountId">Account.</param>
/// <param name="Version">Version of the account.</param>
/// <param name="Currency">Currency.</param>
/// <param name="BalanceMinor">Charged by its plans and not billed yet.</param>
/// <param name="Plans">Its plans, in the order they were agreed.</param>
[GenerateSerializer, Immutable, Alias("budget-view")]
public sealed record BudgetView(
    [property: Id(0)] string EntityId,
    [property: Id(1)] string AccountId,
    [property: Id(2)] long Version,
    [property: Id(3)] string Currency,
    [property: Id(4)] long BalanceMinor,
    [property: Id(5)] ImmutableArray<BudgetPlanView> Plans);
