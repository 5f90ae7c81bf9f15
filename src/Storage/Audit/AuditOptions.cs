namespace BillingActors.Storage.Audit;

/// <summary>Who signs seals of the books; section <c>Billing:Audit</c>.</summary>
public sealed class AuditOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Billing:Audit";

    /// <summary>
    /// File with the private key that signs seals: ECDSA on P-256, as PEM. Without it, SQLite keeps one beside its own
    /// file.
    /// </summary>
    public string SealKeyFile { get; set; } = "";

    /// <summary>Minutes until the newest seal is old and another one is made by itself; 0 for never.</summary>
    public int SealMinutes { get; set; } = 1440;

    /// <summary>
    /// Folder that gets a file of every seal that was made by itself: a mount of a store the operator cannot rewrite.
    /// </summary>
    public string SealFolder { get; set; } = "";

    /// <summary>Whether they make sense; seals by themselves need a place for the key that is there.</summary>
    public bool AreUsable => SealMinutes is >= 0 and <= 525_600 && (SealFolder.Length == 0 || SealMinutes > 0);
}
