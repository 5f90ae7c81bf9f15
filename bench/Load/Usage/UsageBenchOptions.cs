using BillingActors.Load.Machine;

namespace BillingActors.Load.Usage;

/// <summary>What the usage benchmark measures, and where.</summary>
public sealed record UsageBenchOptions : BenchOptions
{
    /// <summary>Accounts that call, at least 10.</summary>
    public int AccountCount { get; init; } = 100_000;

    /// <summary>Calls, those that come twice included.</summary>
    public int RecordCount { get; init; } = 300_000;

    /// <summary>Calls of one batch, 10 to 10,000.</summary>
    public int BatchCount { get; init; } = 1000;
}
