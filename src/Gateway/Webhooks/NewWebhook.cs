using System.Collections.Immutable;

namespace BillingActors.Gateway.Webhooks;

/// <summary>An endpoint to make.</summary>
/// <param name="EntityId">The legal entity whose accounts it hears of.</param>
/// <param name="Url">Where it is called: https, port 443 or 8443, on the public internet.</param>
/// <param name="Types">Which events it asks for, at least one.</param>
/// <param name="Description">What it is for, 1 to 200 characters.</param>
public sealed record NewWebhook(string EntityId, string Url, ImmutableArray<string> Types, string Description);
