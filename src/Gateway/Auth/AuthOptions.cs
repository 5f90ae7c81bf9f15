namespace BillingActors.Gateway.Auth;

/// <summary>Whose tokens are believed; section <c>Billing:Auth</c>.</summary>
public sealed class AuthOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Billing:Auth";

    /// <summary>Issuer of tokens; empty when only API keys are used.</summary>
    public string Issuer { get; set; } = "";

    /// <summary>Audience tokens must be made for.</summary>
    public string Audience { get; set; } = "billing";

    /// <summary>File with the issuer's public keys (JWKS); tokens signed by any other key are refused.</summary>
    public string KeySetPath { get; set; } = "";

    /// <summary>Issues tokens to anybody who asks, on a developer's machine only.</summary>
    public bool DevelopmentIssuer { get; set; }

    /// <summary>
    /// How long a verified API key is remembered, in seconds, 0 to 60: so late a revocation may take effect.
    /// </summary>
    public int KeyCacheSeconds { get; set; } = 10;

    /// <summary>
    /// Failures of one account from one network after which it must wait, twice as long with each further one, 1 to
    /// 100.
    /// </summary>
    public int AccountFailureCount { get; set; } = 5;

    /// <summary>
    /// Failures of a network as a whole after which nothing from there is believed for a while, 0 (never) to 10,000.
    /// </summary>
    public int NetworkFailureCount { get; set; } = 50;

    internal bool KnowsItsIssuer => Issuer.Length == 0 || (Audience.Length > 0 && File.Exists(KeySetPath));
}
