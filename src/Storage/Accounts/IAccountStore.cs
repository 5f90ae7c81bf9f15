using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Invoicing;
using BillingActors.Storage.Charging;

namespace BillingActors.Storage.Accounts;

/// <summary>
/// The truth of accounts: append-only events fenced by (account, version), with snapshot, journal, documents and query
/// rows in the same transaction. Commits of many accounts share one flush.
/// </summary>
public interface IAccountStore
{
    /// <summary>Reads an account from its snapshot and the events after it; version 0 when there is none.</summary>
    Task<LoadedAccount> Load(string accountKey, CancellationToken cancellation);

    /// <summary>Reads many accounts in few statements, in the order of the keys given.</summary>
    Task<ImmutableArray<LoadedAccount>> LoadMany(IReadOnlyList<string> accountKeys, CancellationToken cancellation);

    /// <summary>
    /// Stores a turn together with what other accounts have waiting, and answers the account as it now stands.
    /// After hand-over the caller's cancellation no longer counts. Throws <see cref="StaleVersionException"/> when
    /// another writer was first, <see cref="ServicePointTakenException"/> when a contract would take days of a service
    /// point that another account has, <see cref="UsageRecordGoneException"/> when a record it rates again was given
    /// up, <see cref="UnknownOutcomeException"/> when nobody knows, <see cref="StoreBusyException"/> when the queue is
    /// full.
    /// </summary>
    Task<LoadedAccount> Append(AccountCommit commit, CancellationToken cancellation);

    /// <summary>
    /// Stores a page of turns and its checkpoint in one transaction; accounts that lost the fence are named and nothing
    /// of theirs is stored, nor the checkpoint: a crash before they are tried again must find them. An account occurs
    /// once in a page. A null checkpoint is a page without one. Where a contract would take days that another account
    /// has, nothing of the page is stored (<see cref="ServicePointTakenException"/>), nor where it claims receipts that
    /// are held elsewhere in the legal entity (<see cref="ReceiptHeldException"/>).
    /// </summary>
    Task<PageOutcome> AppendPage(
        IReadOnlyList<AccountCommit> commits, PageCheckpoint? checkpoint, CancellationToken cancellation);

    /// <summary>
    /// Finds the receipt of a command in the account's own events, however old; null when it never came.
    /// </summary>
    Task<CommandReceipt?> FindReceipt(string accountKey, string commandId, CancellationToken cancellation);

    /// <summary>Who has the service points, on whatever days; of no use as a lock, the commit looks again.</summary>
    Task<IReadOnlyList<Occupancy>> ReadOccupied(
        IReadOnlyCollection<string> servicePointIds, CancellationToken cancellation);

    /// <summary>The document of an invoice of the account, or null when it has no such invoice.</summary>
    Task<Invoice?> ReadInvoice(string accountKey, string invoiceId, CancellationToken cancellation);

    /// <summary>All events of an account after a version, in order.</summary>
    IAsyncEnumerable<StoredEvent> ReadEvents(string accountKey, long afterVersion, CancellationToken cancellation);
}
