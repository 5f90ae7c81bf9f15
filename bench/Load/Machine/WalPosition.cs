namespace BillingActors.Load.Machine;

/// <summary>How much of the write-ahead log is written, and how often it was flushed.</summary>
internal sealed record WalPosition(long Bytes, long SyncCount)
{
    /// <summary>What came since an earlier look.</summary>
    public WalPosition Since(WalPosition start) => new(Bytes - start.Bytes, SyncCount - start.SyncCount);
}
