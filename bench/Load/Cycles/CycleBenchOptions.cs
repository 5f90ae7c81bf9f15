using BillingActors.Load.Machine;

namespace BillingActors.Load.Cycles;

/// <summary>What the cycle benchmark measures, and where.</summary>
public sealed record CycleBenchOptions : BenchOptions
{
    /// <summary>Accounts of the cycle, at least 1.</summary>
    public int AccountCount { get; init; } = 200_000;
}
