using System.Collections.Concurrent;
using BillingActors.Storage.Inbox;

namespace BillingActors.Grains.Ingestion;

/// <summary>The signals of all partitions in this silo; what this process appends is noticed at once.</summary>
internal sealed class PartitionSignals : IDisposable
{
    private readonly ConcurrentDictionary<StreamPartition, PartitionSignal> _signals = new();
    private readonly IInbox _inbox;

    public PartitionSignals(IInbox inbox)
    {
        _inbox = inbox;
        inbox.Appended += Appended;
    }

    public PartitionSignal Of(StreamPartition partition) => _signals.GetOrAdd(partition, _ => new PartitionSignal());

    public void Dispose() => _inbox.Appended -= Appended;

    private void Appended(string streamNamespace)
    {
        foreach (var (partition, signal) in _signals)
        {
            if (partition.Namespace == streamNamespace)
                signal.Appended();
        }
    }
}
