namespace BillingActors.Gateway.Auth;

/// <summary>Claims of a caller, the same for keys and tokens.</summary>
internal static class BillingClaim
{
    /// <summary>The person.</summary>
    public const string Person = "sub";

    /// <summary>A role.</summary>
    public const string Role = "roles";

    /// <summary>A legal entity the caller is limited to, or <see cref="AllEntities"/>.</summary>
    public const string Entity = "entities";

    /// <summary>The API key, when one was used.</summary>
    public const string Key = "key";

    /// <summary>
    /// No limit to legal entities; it must be said, so that a forgotten claim limits instead of opening.
    /// </summary>
    public const string AllEntities = "*";
}
