using System.Collections.Immutable;

namespace BillingActors.Gateway.Webhooks;

/// <summary>How an endpoint shall be.</summary>
/// <param name="Url">Where it is called.</param>
/// <param name="Types">Which events it asks for.</param>
/// <param name="Description">What it is for.</param>
/// <param name="IsEnabled">Whether it is called.</param>
public sealed record WebhookChange(string Url, ImmutableArray<string> Types, string Description, bool IsEnabled);
