namespace BillingActors.Grains.Interfaces.MasterData;

/// <summary>A way to reach a customer.</summary>
/// <param name="Kind">phone, email or post.</param>
/// <param name="Value">Number or address.</param>
[GenerateSerializer, Immutable, Alias("customer-contact")]
public sealed record CustomerContact(
    [property: Id(0)] string Kind,
    [property: Id(1)] string Value);
