namespace BillingActors.Grains.Interfaces.Budgets;

/// <summary>Changes the amount of the instalments to come.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="AmountMinor">The new amount, tax included.</param>
[GenerateSerializer, Immutable, Alias("adjust-budget")]
public sealed record AdjustBudget([property: Id(0)] string PlanId, [property: Id(1)] long AmountMinor);
