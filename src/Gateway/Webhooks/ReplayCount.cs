namespace BillingActors.Gateway.Webhooks;

/// <summary>What is sent again.</summary>
/// <param name="Count">How many deliveries.</param>
public sealed record ReplayCount(int Count);
