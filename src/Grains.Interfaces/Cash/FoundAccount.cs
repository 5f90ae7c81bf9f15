namespace BillingActors.Grains.Interfaces.Cash;

/// <summary>The account that unidentified cash was found to belong to; needs a reason.</summary>
/// <param name="AccountId">Account of the same legal entity.</param>
[GenerateSerializer, Immutable, Alias("found-account")]
public sealed record FoundAccount([property: Id(0)] string AccountId);
