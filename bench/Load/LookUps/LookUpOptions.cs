using BillingActors.Load.Machine;

namespace BillingActors.Load.LookUps;

/// <summary>What the look-up benchmark measures, and where.</summary>
public sealed record LookUpOptions : BenchOptions
{
    /// <summary>Accounts of the cycle that is billed beside, at least 20.</summary>
    public int AccountCount { get; init; } = 40_000;

    /// <summary>Connections that ask as fast as they are answered.</summary>
    public int ConnectionCount { get; init; } = 32;

    /// <summary>Seconds of each measure but the runs, which take as long as they take.</summary>
    public int Seconds { get; init; } = 10;

    /// <summary>Look-ups a second beside a run.</summary>
    public int Rate { get; init; } = 200;

    /// <summary>How often everything is measured; the best of each counts.</summary>
    public int RoundCount { get; init; } = 3;
}
