namespace BillingActors.Grains;

/// <summary>How grains work off bulk; section <c>Billing:Grains</c>.</summary>
public sealed class GrainsOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Billing:Grains";

    /// <summary>Accounts of one page of a bill run, 1 to 5,000.</summary>
    public int RunPageSize { get; set; } = 250;

    /// <summary>The same while the desk is busy, 1 to 5,000: few keep balance look-ups quick beside a run.</summary>
    public int RunPageSizeBesideDesk { get; set; } = 50;

    /// <summary>Look-ups of accounts a second, in one silo, from which on the desk is busy, 1 to 1,000,000.</summary>
    public int BusyDeskLookUps { get; set; } = 100;

    /// <summary>Bills of children that a collective bill takes at once, 1 to 500.</summary>
    public int CollectivePageSize { get; set; } = 500;

    /// <summary>Partitions of a bill run where the plan does not say, 1 to 64.</summary>
    public int RunPartitionCount { get; set; } = 2;

    /// <summary>How long a partition works before it reports, in milliseconds, 50 to 5,000.</summary>
    public int RunSliceMilliseconds { get; set; } = 400;

    /// <summary>Shards of due work, each with one reminder, 1 to 64.</summary>
    public int SchedulerShardCount { get; set; } = 2;

    /// <summary>How often a shard looks at what is due, in milliseconds, 100 to 60,000.</summary>
    public int SchedulerIntervalMilliseconds { get; set; } = 2000;

    /// <summary>How long parts of a long call wait for the rest of it, in hours, 1 to 8,760.</summary>
    public int LongCallHours { get; set; } = 24;
}
