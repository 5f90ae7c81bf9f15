using System.Collections.Immutable;

namespace BillingActors.Storage.Inbox;

/// <summary>The log of the durable streams as those who work it off see it.</summary>
public interface IInboxLog
{
    /// <summary>The epoch of a stream, and before that a new one where the number of partitions is another.</summary>
    Task<InboxEpoch> Open(string streamNamespace, CancellationToken cancellation);

    /// <summary>The most partitions a stream has in an epoch that is not drained.</summary>
    Task<int> PartitionCountMax(string streamNamespace, CancellationToken cancellation);

    /// <summary>The checkpoint as it stands, without claiming it.</summary>
    Task<InboxPosition> Checkpoint(string streamNamespace, int partition, CancellationToken cancellation);

    /// <summary>
    /// Rows of one epoch from a position on, bounded by their records and bytes; at least one if there is one. A new
    /// epoch begins when every partition of the one before is worked off.
    /// </summary>
    Task<ImmutableArray<InboxRow>> Read(
        string streamNamespace, int partition, InboxPosition from, CancellationToken cancellation);

    /// <summary>Opens a row; throws <see cref="InboxRowException"/> where it is not what was stored.</summary>
    Task<ImmutableArray<InboxRecord>> Records(string streamNamespace, InboxRow row, CancellationToken cancellation);

    /// <summary>Takes a partition over: whoever had claimed it before can no longer move its checkpoint.</summary>
    Task<InboxClaim> Claim(string streamNamespace, int partition, CancellationToken cancellation);

    /// <summary>
    /// Moves the checkpoint and stores outcomes and quarantine with it; false, and nothing stored, where another has
    /// claimed the partition since.
    /// </summary>
    Task<bool> Advance(InboxAdvance advance, CancellationToken cancellation);

    /// <summary>Removes rows that were worked off and are older than the retention; answers how many.</summary>
    Task<int> Trim(string streamNamespace, int partition, CancellationToken cancellation);
}
