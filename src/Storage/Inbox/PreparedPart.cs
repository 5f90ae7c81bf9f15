namespace BillingActors.Storage.Inbox;

/// <summary>The records of one append and partition, sealed.</summary>
internal sealed record PreparedPart(int Partition, int RecordCount, byte[] Body);
