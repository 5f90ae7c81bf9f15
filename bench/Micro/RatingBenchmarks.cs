using BenchmarkDotNet.Attributes;
using BillingActors.Domain.Rating;

namespace BillingActors.Micro;

/// <summary>What it takes to rate one bill, against a bare loop over the same integers.</summary>
[MemoryDiagnoser]
public class RatingBenchmarks
{
    private readonly long[] _values = Inputs.BareValues;
    private readonly RatingRequest _intervals = Inputs.Request(Inputs.ByIntervals);
    private readonly RatingRequest _byHour =
        Inputs.Request(Inputs.ByIntervals) with { Tariff = Inputs.ByHour };

    private readonly RatingRequest _register = Inputs.Request(Inputs.ByRegister);

    [Benchmark(Baseline = true, Description = "2,976 integers added up")]
    public long BareSum()
    {
        var sum = 0L;
        foreach (var value in _values)
            sum += value;
        return sum;
    }

    [Benchmark(Description = "bill from 2,976 intervals")]
    public RatingResult Intervals() => ContractRating.Rate(_intervals);

    [Benchmark(Description = "bill from 2,976 intervals by day and night")]
    public RatingResult ByHour() => ContractRating.Rate(_byHour);

    [Benchmark(Description = "bill from register reads")]
    public RatingResult Register() => ContractRating.Rate(_register);
}
