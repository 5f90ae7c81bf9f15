using NodaTime;

namespace BillingActors.Domain.Budgets;

/// <summary>Changes the amount of the instalments to come.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="AmountMinor">The new amount; more than nothing.</param>
/// <param name="On">The day it is changed.</param>
public sealed record AdjustBudget(string PlanId, long AmountMinor, LocalDate On);
