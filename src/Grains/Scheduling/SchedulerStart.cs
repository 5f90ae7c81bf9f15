using BillingActors.Grains.Interfaces;
using Microsoft.Extensions.Options;

namespace BillingActors.Grains.Scheduling;

/// <summary>Wakes every shard of due work when a silo has started, so that what a crash interrupted goes on.</summary>
internal sealed class SchedulerStart(IGrainFactory grains, IOptions<GrainsOptions> options) : IStartupTask
{
    public Task Execute(CancellationToken cancellationToken) => Task.WhenAll(
        Enumerable.Range(0, options.Value.SchedulerShardCount)
            .Select(shard => grains.GetGrain<ISchedulerGrain>(shard).Tick(cancellationToken)));
}
