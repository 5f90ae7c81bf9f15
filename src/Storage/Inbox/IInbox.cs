using BillingActors.Grains.Interfaces.Streams;

namespace BillingActors.Storage.Inbox;

/// <summary>The door of the durable streams.</summary>
public interface IInbox
{
    /// <summary>Records of one append at the most.</summary>
    int RecordCountMax { get; }

    /// <summary>
    /// Wants to be told the stream after rows of it became visible, by this process only; a hint, not a promise.
    /// </summary>
    void Tell(Action<string> appended);

    /// <summary>
    /// Stores the records and answers once they are durable; they will have their effect once, whatever happens. Throws
    /// <see cref="InboxFullException"/> where too much waits, and nothing is stored.
    /// </summary>
    Task<InboxReceipt> Append(
        string streamNamespace, IReadOnlyList<InboxRecord> records, CancellationToken cancellation) =>
        Append(streamNamespace, records, null, cancellation);

    /// <summary>The same, and the operation can be found again; one that is known already stays as it is.</summary>
    Task<InboxReceipt> Append(
        string streamNamespace,
        IReadOnlyList<InboxRecord> records,
        InboxOperation? operation,
        CancellationToken cancellation);

    /// <summary>An operation and its rows, or null.</summary>
    Task<StoredOperation?> Find(string streamNamespace, string operationId, CancellationToken cancellation);

    /// <summary>How far an append is, or null where its rows are not known or trimmed.</summary>
    Task<StreamOperationView?> Progress(
        string streamNamespace, InboxReceipt receipt, CancellationToken cancellation);
}
