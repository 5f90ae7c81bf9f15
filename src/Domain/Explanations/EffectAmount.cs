using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Explanations;

/// <summary>What one cause comes to.</summary>
/// <param name="Effect">The cause.</param>
/// <param name="Amount">What it adds; negative where it takes off.</param>
public sealed record EffectAmount(BillEffect Effect, Money Amount);
