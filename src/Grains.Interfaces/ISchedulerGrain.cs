namespace BillingActors.Grains.Interfaces;

/// <summary>One shard of what is due, keyed by its number: it wakes runs, imports and accounts.</summary>
[Alias("scheduler")]
public interface ISchedulerGrain : IGrainWithIntegerKey
{
    /// <summary>Looks at what is due now and wakes it.</summary>
    [Alias("tick")]
    Task Tick(CancellationToken cancellation);
}
