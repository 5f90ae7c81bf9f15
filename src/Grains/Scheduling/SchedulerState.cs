namespace BillingActors.Grains.Scheduling;

/// <summary>What a shard of due work remembers across restarts.</summary>
[GenerateSerializer, Alias("scheduler-state")]
internal sealed class SchedulerState
{
    /// <summary>When it last woke something.</summary>
    [Id(0)]
    public DateTimeOffset LastWokenAt { get; set; }

    /// <summary>How many items it has woken.</summary>
    [Id(1)]
    public long WokenCount { get; set; }
}
