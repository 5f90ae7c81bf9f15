namespace BillingActors.Load.Machine;

/// <summary>Where a benchmark measures, and how it tells what it found.</summary>
public abstract record BenchOptions
{
    /// <summary>Whether the report is one line of JSON instead of text.</summary>
    public bool AsJson { get; init; }

    /// <summary>
    /// Connection to the PostgreSQL server, as a role that may create databases; where none is given, that of
    /// <c>Billing__Storage__ConnectionString</c>. The database it names is not touched.
    /// </summary>
    public string? ConnectionString { get; init; }
}
