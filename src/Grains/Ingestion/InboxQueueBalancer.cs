using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Orleans.Streams;

namespace BillingActors.Grains.Ingestion;

/// <summary>
/// Deals the queues out to the active silos in turn, so that they move when silos come and go. For a moment two silos
/// may both think a queue theirs; the fence of the checkpoint makes that harmless.
/// </summary>
internal sealed class InboxQueueBalancer(IServiceProvider services, ILogger<InboxQueueBalancer> logger)
    : QueueBalancerBase(services, logger), IStreamQueueBalancer
{
    private ImmutableArray<QueueId> _queues = [];
    private ImmutableArray<SiloAddress> _silos = [];

    public override Task Initialize(IStreamQueueMapper queueMapper)
    {
        _queues = [.. queueMapper.GetAllQueues()];
        return base.Initialize(queueMapper);
    }

    public override IEnumerable<QueueId> GetMyQueues()
    {
        var silos = _silos;
        var own = silos.IndexOf(SiloAddress);
        return own < 0 ? [] : _queues.Where((_, index) => index % silos.Length == own);
    }

    protected override void OnClusterMembershipChange(HashSet<SiloAddress> activeSilos)
    {
        _silos = [.. activeSilos.Order()];
        // Orleans calls this without waiting, and logs what its listeners meet.
        NotifyListeners().Ignore();
    }
}
