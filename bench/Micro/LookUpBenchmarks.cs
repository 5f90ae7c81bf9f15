using BenchmarkDotNet.Attributes;

namespace BillingActors.Micro;

/// <summary>
/// The balance of an active account over HTTP, through the whole product in this process; client included.
/// </summary>
[MemoryDiagnoser]
public class LookUpBenchmarks
{
    private MicroGateway _gateway = null!;

    [GlobalSetup]
    public async Task Start() => _gateway = await MicroGateway.Start();

    [Benchmark(Description = "balance through the gateway")]
    public Task<byte[]> Balance() => _gateway.Balance();

    [GlobalCleanup]
    public async Task Stop() => await _gateway.DisposeAsync();
}
