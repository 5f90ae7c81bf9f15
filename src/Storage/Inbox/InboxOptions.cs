namespace BillingActors.Storage.Inbox;

/// <summary>How the durable streams keep and deliver records; section <c>Billing:Inbox</c>.</summary>
public sealed class InboxOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Billing:Inbox";

    /// <summary>Partitions of each stream, 1 to 64; another number starts a new epoch once the silo starts.</summary>
    public int PartitionCount { get; set; } = 4;

    /// <summary>Records of a stream that may wait; beyond it the door answers 429, 1 to 100,000,000.</summary>
    public long WaitingRecordCountMax { get; set; } = 1_000_000;

    /// <summary>Bytes of a stream that may wait, at least 1,000; beyond it the door answers 429.</summary>
    public long WaitingByteCountMax { get; set; } = 1L << 30;

    /// <summary>Records of one append at the most, 1 to 100,000.</summary>
    public int AppendRecordCountMax { get; set; } = 10_000;

    /// <summary>How long rows that were worked off stay, in hours, 0 to 8,760.</summary>
    public int RetentionHours { get; set; } = 72;

    /// <summary>Records one delivery takes at the most (a row is never cut), 1 to 100,000.</summary>
    public int DeliveryRecordCountMax { get; set; } = 2000;

    /// <summary>Accounts a partition works on at a time, 1 to 256.</summary>
    public int DeliveryParallelCountMax { get; set; } = 16;

    /// <summary>How often the records of an account are tried before they go to quarantine, 1 to 20.</summary>
    public int DeliveryAttemptCountMax { get; set; } = 3;

    /// <summary>How often a partition looks for rows of other silos, in milliseconds, 10 to 60,000.</summary>
    public int PollMilliseconds { get; set; } = 250;

    /// <summary>Throws where a value is out of its range, with its name and rule.</summary>
    public void Check()
    {
        Holds(PartitionCount is >= 1 and <= 64, nameof(PartitionCount), "1 to 64");
        Holds(WaitingRecordCountMax is >= 1 and <= 100_000_000, nameof(WaitingRecordCountMax), "1 to 100,000,000");
        Holds(WaitingByteCountMax >= 1000, nameof(WaitingByteCountMax), "at least 1,000");
        Holds(AppendRecordCountMax is >= 1 and <= 100_000, nameof(AppendRecordCountMax), "1 to 100,000");
        Holds(RetentionHours is >= 0 and <= 8760, nameof(RetentionHours), "0 to 8,760");
        Holds(DeliveryRecordCountMax is >= 1 and <= 100_000, nameof(DeliveryRecordCountMax), "1 to 100,000");
        Holds(DeliveryParallelCountMax is >= 1 and <= 256, nameof(DeliveryParallelCountMax), "1 to 256");
        Holds(DeliveryAttemptCountMax is >= 1 and <= 20, nameof(DeliveryAttemptCountMax), "1 to 20");
        Holds(PollMilliseconds is >= 10 and <= 60_000, nameof(PollMilliseconds), "10 to 60,000");
    }

    private static void Holds(bool holds, string option, string rule)
    {
        if (!holds)
            throw new ArgumentException($"{Section}:{option} must be {rule}.", nameof(option));
    }
}
