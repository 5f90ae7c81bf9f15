namespace BillingActors.Grains.Ingestion;

/// <summary>Works off one partition of one stream, keyed "namespace/number"; Orleans calls it with what is there.</summary>
[Alias("stream-partition")]
internal interface IStreamPartitionGrain : IGrainWithStringKey;
