using BenchmarkDotNet.Attributes;
using Orleans.TestingHost;

namespace BillingActors.Micro;

/// <summary>A call of a warm grain, through the client of a silo in the same process.</summary>
[MemoryDiagnoser]
public class GrainCallBenchmarks
{
    private InProcessTestCluster _cluster = null!;
    private IEchoGrain _grain = null!;

    [GlobalSetup]
    public async Task Start()
    {
        _cluster = new InProcessTestClusterBuilder(1).Build();
        await _cluster.DeployAsync();
        _grain = _cluster.Client.GetGrain<IEchoGrain>("bench");
        await _grain.Echo(0);
    }

    [Benchmark(Description = "grain call through a client")]
    public Task<long> Call() => _grain.Echo(42);

    [GlobalCleanup]
    public async Task Stop() => await _cluster.DisposeAsync();
}
