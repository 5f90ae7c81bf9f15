namespace BillingActors.Storage;

/// <summary>Where the product keeps its data; section <c>Billing:Storage</c>.</summary>
public sealed class StorageOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Billing:Storage";

    /// <summary>Provider name of the embedded default.</summary>
    public const string Sqlite = "sqlite";

    /// <summary>Provider name of the cluster's database.</summary>
    public const string Postgres = "postgres";

    /// <summary>"sqlite" (one file, one process) or "postgres" (cluster).</summary>
    public string Provider { get; set; } = Sqlite;

    /// <summary>The SQLite file, for the embedded default.</summary>
    public string Path { get; set; } = "billing.db";

    /// <summary>The PostgreSQL connection string; it comes from the environment, never from a committed file.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>Writers of the group commit on PostgreSQL, 1 to 16; SQLite always has one.</summary>
    public int WriterCount { get; set; } = 2;

    /// <summary>Commits one writer takes into one flush at the most.</summary>
    public int FlushCountMax { get; set; } = 1000;

    /// <summary>Commits that may wait for one writer; beyond it the door answers "busy".</summary>
    public int QueueCountMax { get; set; } = 20_000;
}
