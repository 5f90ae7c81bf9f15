using System.Collections.Concurrent;
using BillingActors.Storage.Inbox;

namespace BillingActors.Grains.Ingestion;

/// <summary>The signals of all partitions in this silo; what this process appends is noticed at once.</summary>
internal sealed class PartitionSignals
{
    private readonly ConcurrentDictionary<StreamPartition, PartitionSignal> _signals = new();

    public PartitionSignals(IInbox inbox) => inbox.Tell(Appended);

    public PartitionSignal Of(StreamPartition partition) =>
        _signals.GetOrAdd(partition, static key => new PartitionSignal(key));

    private void Appended(string streamNamespace)
    {
        foreach (var (partition, signal) in _signals)
        {
            if (partition.Namespace == streamNamespace)
                signal.Appended();
        }
    }
}
