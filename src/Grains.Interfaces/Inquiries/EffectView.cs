namespace BillingActors.Grains.Interfaces.Inquiries;

/// <summary>What one cause of a difference comes to.</summary>
/// <param name="Effect">use, price, days, estimates, credits, tax or charges.</param>
/// <param name="AmountMinor">What it adds, in minor units; negative where it takes off.</param>
[GenerateSerializer, Immutable, Alias("effect-view")]
public sealed record EffectView([property: Id(0)] string Effect, [property: Id(1)] long AmountMinor);
