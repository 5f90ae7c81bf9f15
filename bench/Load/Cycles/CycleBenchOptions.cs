using BillingActors.Load.Machine;

namespace BillingActors.Load.Cycles;

/// <summary>What the cycle benchmark measures, and where.</summary>
public sealed record CycleBenchOptions : BenchOptions
{
    /// <summary>Accounts of the cycle, at least 1.</summary>
    public int AccountCount { get; init; } = 200_000;

    /// <summary>Accounts the books hold in all, those of the cycle among them; never fewer than these.</summary>
    public int KnownCount { get; init; }
}
