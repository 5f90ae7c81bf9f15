using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Collections;
using BillingActors.Grains.Interfaces.Disputes;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>Two accounts that owe, of two legal entities.</summary>
internal sealed class MemoryCollectionReports : ICollectionReports
{
    private static readonly string[] Keys = ["north/a1", "south/a2"];

    public Task<ImmutableArray<DisputeRow>> Disputes(
        EntityScope scope,
        DisputeFilter filter,
        (string AccountKey, string DisputeId) after,
        int countMax,
        CancellationToken cancellation) => Task.FromResult(ImmutableArray<DisputeRow>.Empty);

    public Task<ImmutableArray<DisputeStatistic>> DisputeStatistics(
        EntityScope scope, DateOnly from, DateOnly until, CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<DisputeStatistic>>(
            [new DisputeStatistic("price", "rating", "upheld", "AUD", 3, 900, 700, 1)]);

    public Task<ImmutableArray<CollectionRow>> Collections(
        EntityScope scope, int levelMin, string afterKey, int countMax, CancellationToken cancellation) =>
        Task.FromResult(ImmutableArray<CollectionRow>.Empty);

    public Task<ImmutableArray<CollectionRow>> LastCollections(
        EntityScope scope, int levelMin, int countMax, CancellationToken cancellation) =>
        Task.FromResult(ImmutableArray<CollectionRow>.Empty);

    public Task<ImmutableArray<string>> Overdue(
        EntityScope scope, DateOnly on, string afterKey, int countMax, CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<string>>(
        [
            .. Keys.Where(key => scope.Allows(key.Split('/')[0]))
                .Where(key => string.CompareOrdinal(key, afterKey) > 0)
                .Take(countMax),
        ]);
}
