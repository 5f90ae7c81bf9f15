namespace BillingActors.Gateway.Auth;

/// <summary>Names of the ways to authenticate.</summary>
internal static class AuthScheme
{
    /// <summary>Looks at the bearer credential and forwards to one of the others.</summary>
    public const string Either = "bearer";

    public const string Key = "api-key";

    public const string Token = "token";
}
