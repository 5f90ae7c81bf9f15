using BillingActors.Load.Machine;

namespace BillingActors.Load.Comparisons;

/// <summary>What the comparison measures, and where.</summary>
public sealed record ComparisonOptions : BenchOptions
{
    /// <summary>Accounts that are billed and pay, at least 10.</summary>
    public int AccountCount { get; init; } = 50_000;

    /// <summary>Lines of one file of the bank, 1 to 10,000.</summary>
    public int FileLineCount { get; init; } = 10_000;
}
