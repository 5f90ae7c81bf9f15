namespace BillingActors.Gateway.Api;

/// <summary>Who shall work on a worklist row.</summary>
/// <param name="Owner">The person.</param>
public sealed record Assignment(string Owner);
