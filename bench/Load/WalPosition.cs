namespace BillingActors.Load;

/// <summary>How much of the write-ahead log is written, and how often it was flushed.</summary>
internal sealed record WalPosition(long Bytes, long SyncCount);
