namespace BillingActors.Gateway.Console.Access;

/// <summary>Claims of a session, beside those of every caller.</summary>
internal static class SessionClaim
{
    /// <summary>What colleagues call the person.</summary>
    public const string Name = "name";

    /// <summary>When the session began, in seconds of Unix time.</summary>
    public const string BeganAt = "session_began";

    /// <summary>When the person last proved to be who it is, in seconds of Unix time.</summary>
    public const string ProvedAt = "auth_time";

    /// <summary>The look the person chose, as its cookie says.</summary>
    public const string Look = "look";
}
