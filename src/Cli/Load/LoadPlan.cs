namespace BillingActors.Cli.Load;

/// <summary>How much load, for how long, and what must come of it.</summary>
/// <param name="Profile">What arrives.</param>
/// <param name="Rate">Arrivals a second.</param>
/// <param name="Seconds">How long arrivals are planned for.</param>
/// <param name="Skew">How unevenly accounts are asked.</param>
/// <param name="Seed">Of the arrivals; the same seed plans the same ones.</param>
/// <param name="AccountCount">Accounts that take part at the most.</param>
internal sealed record LoadPlan(
    LoadProfile Profile, double Rate, int Seconds, double Skew, int Seed, int AccountCount)
{
    /// <summary>Arrivals of a plan at the most: their answers are kept until the end.</summary>
    public const int ArrivalCountMax = 2_000_000;

    /// <summary>End of the period of dry runs, exclusive.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>How many may wait for their answer at once; an arrival beyond that is counted as shed.</summary>
    public int OutstandingMax { get; init; } = 2_000;

    /// <summary>The 99th percentile must not be above this many milliseconds; null: no such limit.</summary>
    public double? Percentile99Max { get; init; }

    /// <summary>At most this share of arrivals may fail or be shed, in percent.</summary>
    public double FailedPercentMax { get; init; } = 1;

    /// <summary>Arrivals of the whole plan.</summary>
    public int ArrivalCount => (int)Math.Ceiling(Rate * Seconds);
}
