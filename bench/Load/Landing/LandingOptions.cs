using BillingActors.Load.Machine;

namespace BillingActors.Load.Landing;

/// <summary>What the landing benchmark measures, and where.</summary>
public sealed record LandingOptions : BenchOptions
{
    /// <summary>Meters whose day lands, at least 100.</summary>
    public int MeterCount { get; init; } = 100_000;

    /// <summary>Files of the day; what comes again or corrected is in one more.</summary>
    public int FileCount { get; init; } = 10;

    /// <summary>Minutes of an interval: 5, 15 or 30.</summary>
    public int IntervalMinutes { get; init; } = 30;
}
