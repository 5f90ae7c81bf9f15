using BillingActors.Load.Machine;

namespace BillingActors.Load.Payments;

/// <summary>What the payments benchmark measures, and where.</summary>
public sealed record PaymentBenchOptions : BenchOptions
{
    /// <summary>Accounts with a bill, each of which is paid by one line; at least 10.</summary>
    public int AccountCount { get; init; } = 100_000;

    /// <summary>Lines of one file of the bank, 1 to 10,000.</summary>
    public int FileLineCount { get; init; } = 10_000;

    /// <summary>Payments a second of the many while one account is hot.</summary>
    public int Rate { get; init; } = 500;

    /// <summary>Payments a second to the one hot account.</summary>
    public int HotRate { get; init; } = 200;

    /// <summary>Seconds with the hot account, and as many without it.</summary>
    public int Seconds { get; init; } = 15;
}
