using BillingActors.Storage.Inbox;

namespace BillingActors.Grains.Ingestion;

/// <summary>What the receiver of a partition and those around it tell each other in one silo.</summary>
internal sealed class PartitionSignal(StreamPartition partition)
{
    private readonly Lock _gate = new();
    private bool _hasNews = true;
    private bool _isRewound = true;
    private InboxPosition _failedAt;
    private int _failedCount;

    /// <summary>The partition.</summary>
    public StreamPartition Partition { get; } = partition;

    /// <summary>Rows may have come.</summary>
    public void Appended()
    {
        lock (_gate)
            _hasNews = true;
    }

    /// <summary>Read on from the checkpoint: something after it was not delivered.</summary>
    public void Rewind()
    {
        lock (_gate)
            (_hasNews, _isRewound) = (true, true);
    }

    /// <summary>Whether rows may have come since it was asked last.</summary>
    public bool TakeNews()
    {
        lock (_gate)
            return _hasNews && !(_hasNews = false);
    }

    /// <summary>Whether to read on from the checkpoint, asked once.</summary>
    public bool TakeRewind()
    {
        lock (_gate)
            return _isRewound && !(_isRewound = false);
    }

    /// <summary>How often the rows at a checkpoint could not be delivered, this time included.</summary>
    public int Failed(InboxPosition position)
    {
        lock (_gate)
        {
            _failedCount = position == _failedAt ? _failedCount + 1 : 1;
            _failedAt = position;
            return _failedCount;
        }
    }
}
