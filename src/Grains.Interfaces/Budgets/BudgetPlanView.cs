using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Budgets;

/// <summary>A budget plan as it stands.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="Kind">"down-payments" or "level".</param>
/// <param name="AmountMinor">Amount of the next instalment.</param>
/// <param name="From">First day of supply it is for.</param>
/// <param name="InstalmentCount">Instalments of a year.</param>
/// <param name="AdjustPercent">Drift from which on the amount is adjusted; 0: never.</param>
/// <param name="ChargedCount">Instalments charged so far.</param>
/// <param name="NextOn">Day of the next instalment; null where it has ended.</param>
/// <param name="EndedOn">When it ended; null while it runs.</param>
/// <param name="BalanceMinor">Charged and not billed yet; negative where more was billed.</param>
/// <param name="Years">Years that are not settled, oldest first.</param>
[GenerateSerializer, Immutable, Alias("budget-plan-view")]
public sealed record BudgetPlanView(
    [property: Id(0)] string PlanId,
    [property: Id(1)] string Kind,
    [property: Id(2)] long AmountMinor,
    [property: Id(3)] DateOnly From,
    [property: Id(4)] int InstalmentCount,
    [property: Id(5)] int AdjustPercent,
    [property: Id(6)] int ChargedCount,
    [property: Id(7)] DateOnly? NextOn,
    [property: Id(8)] DateOnly? EndedOn,
    [property: Id(9)] long BalanceMinor,
    [property: Id(10)] ImmutableArray<BudgetYearView> Years);
