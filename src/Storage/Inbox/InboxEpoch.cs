namespace BillingActors.Storage.Inbox;

/// <summary>A time during which a stream has the same number of partitions.</summary>
public sealed record InboxEpoch(int Number, int PartitionCount)
{
    /// <summary>The partition a subject's records go to, the same in every process.</summary>
    public int PartitionOf(string subject) => (int)(Accounts.StableHash.Of(subject) % (uint)PartitionCount);
}
