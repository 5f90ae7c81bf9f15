namespace BillingActors.Gateway.Api;

/// <summary>A token of the development issuer.</summary>
/// <param name="Token">Bearer credential.</param>
public sealed record DevelopmentToken(string Token);
