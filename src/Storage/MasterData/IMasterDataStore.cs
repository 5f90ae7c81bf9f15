using System.Collections.Immutable;

namespace BillingActors.Storage.MasterData;

/// <summary>Master data under change control: append-only versions; customers are encrypted below this line.</summary>
public interface IMasterDataStore
{
    /// <summary>The newest version, or null.</summary>
    Task<MasterRecord?> Newest(MasterKind kind, string id, CancellationToken cancellation);

    /// <summary>The newest versions of many, in no order; unknown ids are left out.</summary>
    Task<ImmutableArray<MasterRecord>> NewestOf(
        MasterKind kind, IReadOnlyCollection<string> ids, CancellationToken cancellation);

    /// <summary>All versions of one record, oldest first: its history of changes.</summary>
    Task<ImmutableArray<MasterRecord>> History(MasterKind kind, string id, CancellationToken cancellation);

    /// <summary>Newest versions of a kind in order of id, after a cursor.</summary>
    Task<ImmutableArray<MasterRecord>> List(
        MasterKind kind, string afterId, int countMax, CancellationToken cancellation);

    /// <summary>
    /// Stores new versions in one transaction, all or none. Throws <see cref="StaleRecordException"/> when a version is
    /// taken already.
    /// </summary>
    Task Append(IReadOnlyList<MasterChange> changes, CancellationToken cancellation);
}
