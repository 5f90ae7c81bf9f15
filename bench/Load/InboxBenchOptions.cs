namespace BillingActors.Load;

/// <summary>What the inbox benchmark measures, and where.</summary>
public sealed record InboxBenchOptions
{
    /// <summary>Batches that are accepted.</summary>
    public int BatchCount { get; init; } = 1000;

    /// <summary>Records of a batch.</summary>
    public int RecordCount { get; init; } = 1000;

    /// <summary>Producers, each with one batch under way.</summary>
    public int ProducerCount { get; init; } = 8;

    /// <summary>Whether the report is one line of JSON instead of text.</summary>
    public bool AsJson { get; init; }

    /// <summary>Connection to the PostgreSQL server, as for the cycle.</summary>
    public string? ConnectionString { get; init; }
}
