using System.Collections.Concurrent;
using HdrHistogram;

namespace BillingActors.Cli.Load;

/// <summary>What became of the arrivals of one operation; times count from when each was planned to start.</summary>
internal sealed class LoadMeasure
{
    private const long MicrosecondsMax = 600_000_000;
    private const int Digits = 3;

    private readonly LongConcurrentHistogram _times = new(1, MicrosecondsMax, Digits);
    private readonly ConcurrentDictionary<string, long> _failures = new(StringComparer.Ordinal);
    private long _shed;

    /// <summary>Answered as it should be.</summary>
    public long Done => _times.TotalCount;

    /// <summary>Never sent, because too many waited already.</summary>
    public long Shed => Interlocked.Read(ref _shed);

    /// <summary>Refused, unreachable or too slow, by code.</summary>
    public IReadOnlyDictionary<string, long> Failures => _failures;

    /// <summary>All that came to an end, one way or the other.</summary>
    public long All => Done + Shed + _failures.Values.Sum();

    public void Took(TimeSpan time) =>
        _times.RecordValue(Math.Clamp((long)time.TotalMicroseconds, 1, MicrosecondsMax));

    public void Failed(string code) => _failures.AddOrUpdate(code, 1, static (_, count) => count + 1);

    public void WasShed() => Interlocked.Increment(ref _shed);

    /// <summary>A percentile of the times in milliseconds; 0 where nothing was done.</summary>
    public double Milliseconds(double percentile) =>
        Done == 0 ? 0 : _times.GetValueAtPercentile(percentile) / 1000d;

    /// <summary>The longest time in milliseconds.</summary>
    public double MillisecondsMax => Done == 0 ? 0 : _times.GetMaxValue() / 1000d;
}
