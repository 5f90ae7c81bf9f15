using BenchmarkDotNet.Attributes;
using BillingActors.Domain.Rating;

namespace BillingActors.Micro;

/// <summary>What more intervals cost: time for their sum, and no memory.</summary>
[MemoryDiagnoser]
public class IntervalBenchmarks
{
    private RatingRequest _request = null!;

    /// <summary>Minutes of an interval: 744, 2,976 and 8,928 of them in the month.</summary>
    [Params(60, 15, 5)]
    public int Minutes { get; set; }

    [GlobalSetup]
    public void Read() => _request = Inputs.Request(Inputs.Every(Minutes));

    [Benchmark(Description = "bill from intervals")]
    public RatingResult Rate() => ContractRating.Rate(_request);
}
