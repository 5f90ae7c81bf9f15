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
}
