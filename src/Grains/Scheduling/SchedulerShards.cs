using BillingActors.Grains.Interfaces;
using Microsoft.Extensions.Options;

namespace BillingActors.Grains.Scheduling;

/// <summary>All shards of due work.</summary>
internal sealed class SchedulerShards(IGrainFactory grains, IOptions<GrainsOptions> options)
{
    /// <summary>Wakes every shard, and waits until each has looked once at what is due.</summary>
    public Task Wake(CancellationToken cancellation) => Task.WhenAll(
        Enumerable.Range(0, options.Value.SchedulerShardCount)
            .Select(shard => grains.GetGrain<ISchedulerGrain>(shard).Tick(cancellation)));
}
