namespace BillingActors.Grains.Interfaces.Budgets;

/// <summary>Takes an account off its budget plan; what differs is settled at once.</summary>
/// <param name="PlanId">The plan.</param>
[GenerateSerializer, Immutable, Alias("end-budget")]
public sealed record EndBudget([property: Id(0)] string PlanId);
