using BenchmarkDotNet.Attributes;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.Calls;
using BillingActors.Domain.Tariffs.Calls;

namespace BillingActors.Micro;

/// <summary>What it takes to rate a call, against the bare look-up of its number in the same 20,000 prefixes.</summary>
[MemoryDiagnoser]
public class CallBenchmarks
{
    private readonly PrefixTable _table = new(CallInputs.Plan.Destinations.SelectMany(
        static (group, index) => group.Prefixes.Select(prefix => (prefix, index))));

    private readonly string[] _numbers = CallInputs.Numbers;
    private readonly RatingRequest _request = CallInputs.Request;

    [Benchmark(Baseline = true, OperationsPerInvoke = CallInputs.CallCount, Description = "prefix looked up")]
    public int BareLookUp()
    {
        var sum = 0;
        foreach (var number in _numbers)
            sum += _table.Find(number);
        return sum;
    }

    [Benchmark(OperationsPerInvoke = CallInputs.CallCount, Description = "call rated and explained")]
    public CallBill Explained() => CallRating.RateAll(_request);

    [Benchmark(OperationsPerInvoke = CallInputs.CallCount, Description = "call rated and added up to a bill")]
    public RatingResult Billed() => ContractRating.Rate(_request);
}
