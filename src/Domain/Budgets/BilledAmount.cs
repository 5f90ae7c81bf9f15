using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Budgets;

/// <summary>What some days came to on a bill, tax included.</summary>
/// <param name="Period">The days.</param>
/// <param name="TotalMinor">What they came to.</param>
public sealed record BilledAmount(Period Period, long TotalMinor);
