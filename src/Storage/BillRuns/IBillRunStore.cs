using System.Collections.Immutable;
using BillingActors.Domain.BillRuns;
using BillingActors.Domain.Primitives;
using BillingActors.Storage.Accounts;

namespace BillingActors.Storage.BillRuns;

/// <summary>
/// Bill runs: their own events, one draft row per run and account, checkpoints, and the sums to reconcile.
/// </summary>
public interface IBillRunStore
{
    /// <summary>All events of a run, in order; empty when there is none.</summary>
    Task<ImmutableArray<StoredRunEvent>> ReadEvents(string runId, CancellationToken cancellation);

    /// <summary>
    /// Appends events at an expected version and moves the run's query row and due work (present while a stage works by
    /// itself). Throws <see cref="StaleRunException"/>, or <see cref="ActiveRunException"/> when the first event comes
    /// while the same cycle has another active run. A Cancelled event removes drafts, checkpoints and open worklist
    /// rows.
    /// A Reopened event that recalculates removes the checkpoints of the calculation.
    /// </summary>
    Task Append(
        string runId,
        long expectedVersion,
        ImmutableArray<RunEvent> events,
        CommandContext context,
        CancellationToken cancellation);

    /// <summary>
    /// Cuts the open accounts of a cycle and currency into ranges of about equal size, in key order; also their number.
    /// </summary>
    Task<(ImmutableArray<RunPartition> Partitions, long CandidateCount)> Partition(
        string entityId, string cycleId, string currency, int partitionCount, CancellationToken cancellation);

    /// <summary>Keys of open accounts of a cycle within a range, after a key, in order.</summary>
    Task<ImmutableArray<string>> Keys(
        RunRange range, string afterKey, int countMax, CancellationToken cancellation);

    /// <summary>How far a partition is in a stage, or null.</summary>
    Task<PageCheckpoint?> Checkpoint(string runId, int partition, string stage, CancellationToken cancellation);

    /// <summary>
    /// How many drafts lie between the beginning of a partition and its checkpoint: all of them, or for a release those
    /// that are issued.
    /// </summary>
    Task<long> CountWorked(PageCheckpoint at, string afterKey, CancellationToken cancellation);

    /// <summary>
    /// Writes a page of drafts (replacing rows of the same account), the worklist rows of held ones, and the checkpoint
    /// in
    /// one transaction. A null checkpoint is a single account calculated again.
    /// </summary>
    Task WriteDrafts(
        string runId, IReadOnlyList<BillDraft> drafts, PageCheckpoint? checkpoint, CancellationToken cancellation);

    /// <summary>
    /// Rewrites a held draft as a person decided (calculated: billed all the same; or skipped) and resolves its
    /// worklist
    /// row as "released" or "skipped" with who and why, in one transaction.
    /// </summary>
    Task Resolve(BillDraft draft, CommandContext context, CancellationToken cancellation);

    /// <summary>
    /// Drafts of a run within a range, after a key, in order, that are ready to issue (outcome calculated).
    /// </summary>
    Task<ImmutableArray<BillDraft>> ReadDrafts(
        string runId, RunPartition range, string afterKey, int countMax, CancellationToken cancellation);

    /// <summary>One draft, or null.</summary>
    Task<BillDraft?> ReadDraft(string runId, string accountKey, CancellationToken cancellation);

    /// <summary>Counts and sums of the drafts (outcomes calculated and issued count as calculated).</summary>
    Task<RunCounts> CountDrafts(string runId, CancellationToken cancellation);

    /// <summary>
    /// Counts and sums of the invoices of the run with their postings, derived from the stored documents and journal.
    /// </summary>
    Task<IssuedCounts> CountIssued(string runId, CancellationToken cancellation);
}
