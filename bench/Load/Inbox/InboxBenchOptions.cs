using BillingActors.Load.Machine;

namespace BillingActors.Load.Inbox;

/// <summary>What the inbox benchmark measures, and where.</summary>
public sealed record InboxBenchOptions : BenchOptions
{
    /// <summary>Batches that are accepted.</summary>
    public int BatchCount { get; init; } = 1000;

    /// <summary>Records of a batch.</summary>
    public int RecordCount { get; init; } = 1000;

    /// <summary>Producers, each with one batch under way.</summary>
    public int ProducerCount { get; init; } = 8;
}
