namespace BillingActors.Silo;

/// <summary>How a silo joins its cluster; section <c>Billing:Silo</c>.</summary>
public sealed class SiloOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Billing:Silo";

    /// <summary>Clustering of one process, the embedded default.</summary>
    public const string Localhost = "localhost";

    /// <summary>Clustering over the database.</summary>
    public const string Postgres = "postgres";

    /// <summary>"localhost" (one process, the embedded default) or "postgres" (a cluster over the database).</summary>
    public string Clustering { get; set; } = Localhost;

    /// <summary>Silos with the same cluster id form one cluster.</summary>
    public string ClusterId { get; set; } = "billing";

    /// <summary>Service id; grain state belongs to it, so it never changes.</summary>
    public string ServiceId { get; set; } = "billing";

    /// <summary>Port of silo-to-silo traffic; 0 takes a free one, for a single process only.</summary>
    public int SiloPort { get; set; } = 11111;

    /// <summary>Port of client traffic; 0 takes a free one, for a single process only.</summary>
    public int GatewayPort { get; set; } = 30000;

    /// <summary>
    /// Port to listen on for other silos where a mapping leads there from <see cref="SiloPort"/>; 0 for the same port.
    /// </summary>
    public int SiloListenPort { get; set; }

    /// <summary>
    /// Port to listen on for clients where a mapping leads there from <see cref="GatewayPort"/>; 0 for the same port.
    /// </summary>
    public int GatewayListenPort { get; set; }

    /// <summary>The address other silos reach this one at; empty takes the machine's own.</summary>
    public string AdvertisedAddress { get; set; } = "";
}
