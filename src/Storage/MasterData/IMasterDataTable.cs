using BillingActors.Storage.Privacy;

namespace BillingActors.Storage.MasterData;

/// <summary>Master data as it lies in a database, one per database; bodies go in and out as they are stored.</summary>
internal interface IMasterDataTable : IKeyTable
{
    Task<IReadOnlyList<MasterRecord>> NewestOf(
        MasterKind kind, IReadOnlyCollection<string> ids, CancellationToken cancellation);

    Task<IReadOnlyList<MasterRecord>> History(MasterKind kind, string id, CancellationToken cancellation);

    Task<IReadOnlyList<MasterRecord>> List(MasterKind kind, string afterId, int countMax, CancellationToken cancellation);

    /// <summary>Stores all or nothing. A version that is taken, or has none before it, is a <see cref="StaleRecordException"/>.</summary>
    Task Append(MasterAppend rows, CancellationToken cancellation);

    /// <summary>Customers that have one of the tokens for every word, in order of id.</summary>
    Task<IReadOnlyList<string>> Find(
        IReadOnlyList<(int Word, SearchToken Token)> tokens, int countMax, CancellationToken cancellation);
}
