namespace BillingActors.Grains.Interfaces.Ledger;

/// <summary>Wants all months up to and including one locked.</summary>
/// <param name="Month">The month, as 2025-06.</param>
/// <param name="IsHard">Hard: nothing gets in; else finance still does.</param>
[GenerateSerializer, Immutable, Alias("lock-month")]
public sealed record LockMonth([property: Id(0)] string Month, [property: Id(1)] bool IsHard);
