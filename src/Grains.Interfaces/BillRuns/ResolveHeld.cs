namespace BillingActors.Grains.Interfaces.BillRuns;

/// <summary>What to do with a held account: release (bill as calculated), recalculate, or skip.</summary>
/// <param name="AccountId">Account.</param>
/// <param name="Action">release, recalculate or skip.</param>
[GenerateSerializer, Immutable, Alias("resolve-held")]
public sealed record ResolveHeld(
    [property: Id(0)] string AccountId,
    [property: Id(1)] string Action);
