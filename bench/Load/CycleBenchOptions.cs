namespace BillingActors.Load;

/// <summary>What the cycle benchmark measures, and where.</summary>
public sealed record CycleBenchOptions
{
    /// <summary>Accounts of the cycle, at least 1.</summary>
    public int AccountCount { get; init; } = 200_000;

    /// <summary>Whether the report is one line of JSON instead of text.</summary>
    public bool AsJson { get; init; }

    /// <summary>
    /// Connection to the PostgreSQL server, as a role that may create databases; where none is given, that of
    /// <c>Billing__Storage__ConnectionString</c>. The database it names is not touched.
    /// </summary>
    public string? ConnectionString { get; init; }
}
