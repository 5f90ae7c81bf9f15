namespace BillingActors.Grains.Tests.Orleans;

/// <summary>Something to store.</summary>
[GenerateSerializer, Alias("test-counted-state")]
public sealed class CountedState
{
    [Id(0)]
    public int Count { get; set; }
}
