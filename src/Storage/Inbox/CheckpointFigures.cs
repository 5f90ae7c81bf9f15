namespace BillingActors.Storage.Inbox;

/// <summary>A partition's checkpoint, with what was worked off in all.</summary>
internal sealed record CheckpointFigures(
    string Namespace,
    int Partition,
    InboxPosition Position,
    long RecordCount,
    long ByteCount,
    long Fence,
    DateTimeOffset MovedAt);
