using System.Collections.Immutable;

namespace BillingActors.Gateway.Mail;

/// <summary>How documents leave by e-mail; section <c>Billing:Mail</c>.</summary>
public sealed class MailOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Billing:Mail";

    /// <summary>Whether this program sends; others over the same database may.</summary>
    public bool IsOn { get; set; } = true;

    /// <summary>How often is looked for what is due, in milliseconds, 50 to 60,000.</summary>
    public int PollMilliseconds { get; set; } = 1_000;

    /// <summary>The address that messages come from; also what is right of the at-sign in their ids.</summary>
    public string From { get; set; } = "";

    /// <summary>The name beside it; without one that of the legal entity.</summary>
    public string FromName { get; set; } = "";

    /// <summary>The address that answers go to; without one they go to where messages come from.</summary>
    public string ReplyTo { get; set; } = "";

    /// <summary>A folder that takes each message as a file; then no server is spoken to.</summary>
    public string Folder { get; set; } = "";

    /// <summary>The mail server (SMTP).</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port, 1 to 65,535.</summary>
    public int Port { get; set; } = 587;

    /// <summary>
    /// "starttls" (must be offered), "tls" (from the first byte), or "none", for a server on the own machine alone.
    /// </summary>
    public string Tls { get; set; } = StartTls;

    /// <summary>Whom to log in as; nobody where it is empty.</summary>
    public string UserName { get; set; } = "";

    /// <summary>A mounted file that holds the password.</summary>
    public string PasswordFile { get; set; } = "";

    /// <summary>How long one message may take, in seconds, 1 to 300.</summary>
    public int TimeoutSeconds { get; set; } = 30;

    internal const string StartTls = "starttls";
    internal const string TlsFromStart = "tls";
    internal const string NoTls = "none";

    /// <summary>What is missing for sending, by the names of the settings; empty where nothing is.</summary>
    internal ImmutableArray<string> Missing =>
    [
        .. From.Length == 0 ? [$"{Section}:From"] : Array.Empty<string>(),
        .. Folder.Length == 0 && Host.Length == 0 ? [$"{Section}:Host or {Section}:Folder"] : Array.Empty<string>(),
    ];

    /// <summary>The rule that the settings break; null where they break none.</summary>
    internal string? Broken => this switch
    {
        _ when PollMilliseconds is < 50 or > 60_000 || TimeoutSeconds is < 1 or > 300 || Port is < 1 or > 65_535 =>
            "a number is out of its range; see docs/reference/configuration.md.",
        _ when From.Length > 0 && !EmailAddress.IsUsable(From) => "From must be an e-mail address.",
        _ when ReplyTo.Length > 0 && !EmailAddress.IsUsable(ReplyTo) => "ReplyTo must be an e-mail address.",
        _ when Folder.Length > 0 && Host.Length > 0 => "name a Folder or a Host, not both.",
        _ when Tls is not (StartTls or TlsFromStart or NoTls) => "Tls must be 'starttls', 'tls' or 'none'.",
        _ when Tls == NoTls && Host.Length > 0 && !IsOwnMachine(Host) =>
            "Tls may be 'none' only where Host is the own machine: bills are personal.",
        _ when UserName.Length > 0 && PasswordFile.Length == 0 => "UserName needs a PasswordFile.",
        _ => null,
    };

    private static bool IsOwnMachine(string host) =>
        host == "localhost" || (System.Net.IPAddress.TryParse(host, out var address)
            && System.Net.IPAddress.IsLoopback(address));
}
