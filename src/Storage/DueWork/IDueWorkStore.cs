using System.Collections.Immutable;

namespace BillingActors.Storage.DueWork;

/// <summary>What is due, sharded, so that a restart finds everything that was under way.</summary>
public interface IDueWorkStore
{
    /// <summary>
    /// Items of a shard that are due, oldest first. The shard of an item is a stable hash of its key modulo the number
    /// of shards.
    /// </summary>
    Task<ImmutableArray<DueItem>> Due(
        int shard, int shardCount, DateTimeOffset now, int countMax, CancellationToken cancellation);
}
