namespace BillingActors.Grains.Interfaces.Collectives;

/// <summary>An account whose bills another one pays.</summary>
/// <param name="AccountId">The account.</param>
[GenerateSerializer, Immutable, Alias("child-row")]
public sealed record ChildRow([property: Id(0)] string AccountId);
