namespace BillingActors.Grains.Accounts;

/// <summary>The store is ahead of an account's activation, or may be.</summary>
/// <param name="Key">"entity/account".</param>
/// <param name="Version">Version in the store; null when nobody knows it.</param>
[GenerateSerializer, Immutable, Alias("account-moved")]
internal sealed record AccountMoved([property: Id(0)] string Key, [property: Id(1)] long? Version);
