namespace BillingActors.Storage.Privacy;

/// <summary>Where the master key of personal data comes from; section <c>Billing:Privacy</c>.</summary>
public sealed class PrivacyOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Billing:Privacy";

    /// <summary>The key itself: 32 bytes in base64, from the environment and never from a committed file.</summary>
    public string MasterKey { get; set; } = "";

    /// <summary>A mounted file that holds the key in base64. Without both, SQLite keeps a key file beside its own.</summary>
    public string MasterKeyFile { get; set; } = "";
}
