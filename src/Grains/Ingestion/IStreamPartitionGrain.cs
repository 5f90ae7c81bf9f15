using Orleans.Concurrency;

namespace BillingActors.Grains.Ingestion;

/// <summary>Works off one partition of a stream, keyed "namespace/number"; Orleans calls it with rows.</summary>
[Alias("stream-partition")]
internal interface IStreamPartitionGrain : IGrainWithStringKey
{
    /// <summary>Whether the last rows it was given wait for the store, and not for anything they contain.</summary>
    [AlwaysInterleave]
    Task<bool> IsHeldUp();
}
