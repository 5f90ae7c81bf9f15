namespace BillingActors.Storage.Inbox;

/// <summary>Figures of one stream's partition in one epoch, as the tables have them.</summary>
internal sealed record StreamFigures(
    string Namespace, int Epoch, int Partition, long HeadRow, long RecordCount, long ByteCount);
