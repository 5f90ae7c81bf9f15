using BillingActors.Domain.Accounts;

namespace BillingActors.Storage.Accounts;

/// <summary>The reading half of an account store, one per database.</summary>
internal interface IAccountReader
{
    /// <summary>Snapshots of this program's schema, and the events after them in order of key and version.</summary>
    Task<(IReadOnlyList<SnapshotRow> Snapshots, IReadOnlyList<EventRow> Tails)> Read(
        IReadOnlyList<string> keys, CancellationToken cancellation);

    /// <summary>
    /// The events after versions that are known, one version for each key, in order of key and version.
    /// </summary>
    Task<IReadOnlyList<EventRow>> ReadTails(
        IReadOnlyList<(string Key, long AfterVersion)> known, CancellationToken cancellation);

    /// <summary>At most so many events of an account after a version, in order.</summary>
    Task<IReadOnlyList<EventRow>> ReadEvents(
        string key, long afterVersion, int countMax, CancellationToken cancellation);

    /// <summary>The receipt of a command from the account's own key range.</summary>
    Task<CommandReceipt?> FindReceipt(string key, string commandId, CancellationToken cancellation);

    /// <summary>
    /// What the query row says of the account, for comparison with its events; null when there is no row.
    /// </summary>
    Task<AccountHead?> ReadHead(string key, CancellationToken cancellation);

    /// <summary>Who has the service points, on whatever days.</summary>
    Task<IReadOnlyList<Occupancy>> ReadOccupied(
        IReadOnlyCollection<string> servicePointIds, CancellationToken cancellation);

    /// <summary>The document of an event as it lies in the store, or null.</summary>
    Task<byte[]?> ReadDocument(string key, long version, CancellationToken cancellation);
}
