using System.Collections.Immutable;

namespace BillingActors.Storage.Inbox;

/// <summary>Epochs, heads and rows of the inbox in one database.</summary>
internal interface IInboxTable
{
    /// <summary>The newest epoch of a stream, or null where it has none.</summary>
    Task<InboxEpoch?> Epoch(string streamNamespace, CancellationToken cancellation);

    /// <summary>The newest epoch, and before that a new one where the number of partitions is another.</summary>
    Task<InboxEpoch> Open(string streamNamespace, int partitionCount, CancellationToken cancellation);

    /// <summary>Stores a flush; null, and nothing stored, where its epoch has ended.</summary>
    Task<ImmutableArray<FlushedPart>?> Append(InboxFlush flush, CancellationToken cancellation);

    /// <summary>What of a stream was ever accepted and worked off.</summary>
    Task<InboxDepth> Depth(string streamNamespace, CancellationToken cancellation);

    /// <summary>What is known of rows of an epoch.</summary>
    Task<ImmutableArray<RowProgress>> Progress(
        string streamNamespace, InboxReceipt receipt, CancellationToken cancellation);

    /// <summary>An operation and its rows, or null.</summary>
    Task<StoredOperation?> Find(string streamNamespace, string operationId, CancellationToken cancellation);
}
