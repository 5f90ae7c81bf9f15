using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BillingActors.Domain.Rating;

namespace BillingActors.Micro;

/// <summary>
/// What it takes to rate one bill, against a bare loop that adds the same integers up into as many sums as the bill has
/// periods of time: one of a flat price, two of a price of the day and one of the night.
/// </summary>
[MemoryDiagnoser]
[CategoriesColumn]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
public class RatingBenchmarks
{
    private const string Flat = "one sum";
    private const string ByPeriod = "two sums";

    private readonly long[] _values = Inputs.BareValues;
    private readonly byte[] _periods = Inputs.BarePeriods;
    private readonly long[] _sums = new long[2];
    private readonly RatingRequest _intervals = Inputs.Request(Inputs.ByIntervals);
    private readonly RatingRequest _byHour =
        Inputs.Request(Inputs.ByIntervals) with { Tariff = Inputs.ByHour };

    private readonly RatingRequest _register = Inputs.Request(Inputs.ByRegister);

    [BenchmarkCategory(Flat)]
    [Benchmark(Baseline = true, Description = "2,976 integers added up")]
    public long BareSum()
    {
        var sum = 0L;
        foreach (var value in _values)
            sum += value;
        return sum;
    }

    [BenchmarkCategory(Flat)]
    [Benchmark(Description = "bill from 2,976 intervals")]
    public RatingResult Intervals() => ContractRating.Rate(_intervals);

    [BenchmarkCategory(Flat)]
    [Benchmark(Description = "bill from register reads")]
    public RatingResult Register() => ContractRating.Rate(_register);

    [BenchmarkCategory(ByPeriod)]
    [Benchmark(Baseline = true, Description = "2,976 integers added up by day and night")]
    public long[] BareSums()
    {
        var (values, periods, sums) = (_values, _periods, _sums);
        Array.Clear(sums);
        for (var i = 0; i < values.Length; i++)
            sums[periods[i]] += values[i];
        return sums;
    }

    [BenchmarkCategory(ByPeriod)]
    [Benchmark(Description = "bill from 2,976 intervals by day and night")]
    public RatingResult ByHour() => ContractRating.Rate(_byHour);
}
