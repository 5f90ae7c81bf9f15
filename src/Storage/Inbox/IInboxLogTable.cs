using System.Collections.Immutable;

namespace BillingActors.Storage.Inbox;

/// <summary>Reading, checkpoints and trimming of the inbox in one database.</summary>
internal interface IInboxLogTable
{
    /// <summary>The most partitions of the newest epoch and of those that are not drained.</summary>
    Task<int> PartitionCountMax(string streamNamespace, CancellationToken cancellation);

    /// <summary>The checkpoint, or null where nobody has claimed the partition yet.</summary>
    Task<InboxPosition?> Checkpoint(string streamNamespace, int partition, CancellationToken cancellation);

    /// <summary>Rows of the position's epoch, in order.</summary>
    Task<ImmutableArray<InboxRow>> Read(InboxRange range, CancellationToken cancellation);

    /// <summary>
    /// The next epoch that has the partition, once every partition of the epochs before it is worked off; else null.
    /// </summary>
    Task<int?> NextEpoch(string streamNamespace, int partition, int epoch, CancellationToken cancellation);

    /// <summary>Takes a partition over.</summary>
    Task<InboxClaim> Claim(string streamNamespace, int partition, CancellationToken cancellation);

    /// <summary>Moves the checkpoint, parks sealed rows; false for a claim that is not the newest.</summary>
    Task<bool> Advance(
        InboxAdvance advance, ImmutableArray<byte[]> quarantined, CancellationToken cancellation);

    /// <summary>Removes rows before the checkpoint that are older.</summary>
    Task<int> Trim(string streamNamespace, int partition, TimeSpan age, CancellationToken cancellation);
}
