using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Collections;
using BillingActors.Grains.Interfaces.Disputes;

namespace BillingActors.Storage.Reports;

/// <summary>Lists and statistics of disputes, and the collectors' worklist, over the rows of events.</summary>
public interface ICollectionReports
{
    /// <summary>Disputes in order of account key and id, after both; empty: from the first.</summary>
    Task<ImmutableArray<DisputeRow>> Disputes(
        EntityScope scope,
        DisputeFilter filter,
        (string AccountKey, string DisputeId) after,
        int countMax,
        CancellationToken cancellation);

    /// <summary>Disputes opened between two days, the second exclusive, by reason, root cause and outcome.</summary>
    Task<ImmutableArray<DisputeStatistic>> DisputeStatistics(
        EntityScope scope, DateOnly from, DateOnly until, CancellationToken cancellation);

    /// <summary>
    /// Accounts that are dunned or have an arrangement, of a level at least, in order of key, after a key.
    /// </summary>
    Task<ImmutableArray<CollectionRow>> Collections(
        EntityScope scope, int levelMin, string afterKey, int countMax, CancellationToken cancellation);

    /// <summary>The last of these accounts, in order of key.</summary>
    Task<ImmutableArray<CollectionRow>> LastCollections(
        EntityScope scope, int levelMin, int countMax, CancellationToken cancellation);

    /// <summary>Keys of accounts that owe something due before a day, in order, after a key.</summary>
    Task<ImmutableArray<string>> Overdue(
        EntityScope scope, DateOnly on, string afterKey, int countMax, CancellationToken cancellation);
}
