using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.BillRuns;

/// <summary>A bill run with its stage, counts, totals and progress.</summary>
/// <param name="RunId">Bill run.</param>
/// <param name="EntityId">Legal entity.</param>
/// <param name="CycleId">Bill cycle.</param>
/// <param name="From">First day of the period.</param>
/// <param name="Until">End day, exclusive.</param>
/// <param name="Stage">planned, calculated, reconciled, approved, released, closed or cancelled.</param>
/// <param name="Working">
/// calculate, reconcile or release while it works; null while it waits for a person, as with a difference.
/// </param>
/// <param name="IsDryRun">Whether it leaves no trace.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="CandidateCount">Accounts of the selection.</param>
/// <param name="WorkedCount">Accounts looked at in this stage.</param>
/// <param name="DueCount">Accounts with something to bill.</param>
/// <param name="CalculatedCount">Drafts ready to issue.</param>
/// <param name="HeldCount">Accounts held.</param>
/// <param name="SkippedCount">Accounts skipped by hand.</param>
/// <param name="IssuedCount">Invoices issued.</param>
/// <param name="NetMinor">Net of the drafts, or of the invoices once released.</param>
/// <param name="TaxMinor">Their tax.</param>
/// <param name="TotalMinor">Their total.</param>
/// <param name="Totals">By tariff and by tax.</param>
/// <param name="AccountsPerSecond">Rate of the current or last stage.</param>
/// <param name="EstimatedEndAt">When the stage will end at this rate.</param>
/// <param name="Difference">Where reconciliation differs; null when it holds.</param>
/// <param name="History">Who did what and when.</param>
/// <param name="Sequence">Counts up with every change; the id of a live event.</param>
[GenerateSerializer, Immutable, Alias("run-view")]
public sealed record RunView(
    [property: Id(0)] string RunId,
    [property: Id(1)] string EntityId,
    [property: Id(2)] string CycleId,
    [property: Id(3)] DateOnly From,
    [property: Id(4)] DateOnly Until,
    [property: Id(5)] string Stage,
    [property: Id(6)] string? Working,
    [property: Id(7)] bool IsDryRun,
    [property: Id(8)] string Currency,
    [property: Id(9)] long CandidateCount,
    [property: Id(10)] long WorkedCount,
    [property: Id(11)] long DueCount,
    [property: Id(12)] long CalculatedCount,
    [property: Id(13)] long HeldCount,
    [property: Id(14)] long SkippedCount,
    [property: Id(15)] long IssuedCount,
    [property: Id(16)] long NetMinor,
    [property: Id(17)] long TaxMinor,
    [property: Id(18)] long TotalMinor,
    [property: Id(19)] ImmutableArray<RunTotal> Totals,
    [property: Id(20)] decimal AccountsPerSecond,
    [property: Id(21)] DateTimeOffset? EstimatedEndAt,
    [property: Id(22)] string? Difference,
    [property: Id(23)] ImmutableArray<RunHistoryEntry> History,
    [property: Id(24)] long Sequence)
{
    /// <summary>Whether a person stopped its work.</summary>
    [Id(25)]
    public bool IsPaused { get; init; }

    /// <summary>Its ranges of accounts in the stage it works on, or worked on last; empty before.</summary>
    [Id(26)]
    public ImmutableArray<RunPartitionView> Partitions { get; init; } = [];
}
