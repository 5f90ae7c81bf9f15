namespace BillingActors.Domain.Charging;

/// <summary>A record that is new, with its place and its key.</summary>
/// <param name="Record">The record.</param>
/// <param name="Place">Where it belongs.</param>
/// <param name="Key">What it is recognised by.</param>
internal sealed record SortedUsage(UsageRecord Record, UsagePlace Place, UsageKey Key);
