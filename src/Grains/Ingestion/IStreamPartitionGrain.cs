namespace BillingActors.Grains.Ingestion;

/// <summary>Works off one partition of a stream, keyed "namespace/number"; Orleans calls it with rows.</summary>
[Alias("stream-partition")]
internal interface IStreamPartitionGrain : IGrainWithStringKey;
