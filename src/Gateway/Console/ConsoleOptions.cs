namespace BillingActors.Gateway.Console;

/// <summary>Who proves identity to the console, and how long a session lasts; section <c>Billing:Console</c>.</summary>
public sealed class ConsoleOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Billing:Console";

    /// <summary>Address of the OpenID Connect issuer; without it nobody logs in but developers.</summary>
    public string Authority { get; set; } = "";

    /// <summary>The console's client id at the issuer.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>File with the console's client secret; empty for a public client (PKCE alone).</summary>
    public string ClientSecretFile { get; set; } = "";

    /// <summary>The claim that names the person; API keys and tokens of one person name it the same.</summary>
    public string PersonClaim { get; set; } = "sub";

    /// <summary>The person who becomes administrator at the first log-in, while nobody else may log in.</summary>
    public string FirstAdministrator { get; set; } = "";

    /// <summary>Minutes without any action after which a session ends, 1 to 60.</summary>
    public int IdleMinutes { get; set; } = 15;

    /// <summary>Hours after which a session ends in any case, 1 to 24.</summary>
    public int SessionHours { get; set; } = 10;

    /// <summary>Minutes after a log-in during which approvals may be given, 1 to 60.</summary>
    public int ApprovalMinutes { get; set; } = 10;

    /// <summary>
    /// Seconds after which an open page looks again whether its person still has its rights, 1 to 60.
    /// </summary>
    public int CheckSeconds { get; set; } = 30;

    /// <summary>
    /// Units of currency that requests decided in one go may move together, at most; each is decided by its own rules
    /// all the same. 0 switches it off.
    /// </summary>
    public decimal BatchApprovalMax { get; set; } = 1000m;

    internal bool HasIssuer => Authority.Length > 0;

    internal bool IsUsable =>
        CheckSeconds is >= 1 and <= 60
        && BatchApprovalMax is >= 0 and <= 1_000_000_000
        && IdleMinutes is >= 1 and <= 60 && SessionHours is >= 1 and <= 24 && ApprovalMinutes is >= 1 and <= 60;

    internal bool KnowsItsIssuer => !HasIssuer
        || (ClientId.Length > 0 && PersonClaim.Length > 0 && IsSafe(Authority)
            && (ClientSecretFile.Length == 0 || File.Exists(ClientSecretFile)));

    private static bool IsSafe(string authority) =>
        Uri.TryCreate(authority, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
