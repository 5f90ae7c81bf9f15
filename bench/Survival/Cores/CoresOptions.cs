namespace BillingActors.Survival.Cores;

/// <summary>What the benchmark of cores measures.</summary>
public sealed record CoresOptions
{
    /// <summary>Accounts that are billed, 10 to 99,999.</summary>
    public int AccountCount { get; init; } = 20_000;

    /// <summary>Calls that are rated, at least 1,000.</summary>
    public int CallCount { get; init; } = 100_000;

    /// <summary>
    /// Silos of the one part to measure in this process as it is pinned; 0 for both parts and their factor.
    /// </summary>
    public int PartSiloCount { get; init; }

    /// <summary>Whether the report is one line of JSON instead of text.</summary>
    public bool AsJson { get; init; }
}
