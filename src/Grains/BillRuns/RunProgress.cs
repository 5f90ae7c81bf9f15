using System.Diagnostics;

namespace BillingActors.Grains.BillRuns;

/// <summary>
/// How far the current stage is, as remembered since this activation began; the rate comes from here.
/// </summary>
internal sealed class RunProgress(long workedBefore)
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private TimeSpan? _took;
    private long _workedNow;

    public long Worked => workedBefore + _workedNow;

    public long Billed { get; private set; }

    public long Held { get; private set; }

    /// <summary>Accounts per second of this stage.</summary>
    public decimal Rate
    {
        get
        {
            var seconds = (decimal)(_took ?? Stopwatch.GetElapsedTime(_start)).TotalSeconds;
            return seconds <= 0 ? 0 : decimal.Round(_workedNow / seconds, 1, MidpointRounding.AwayFromZero);
        }
    }

    public void Add(PartitionProgress slice)
    {
        _workedNow += slice.Worked;
        Billed += slice.Billed;
        Held += slice.Held;
    }

    public void Stop() => _took ??= Stopwatch.GetElapsedTime(_start);

    /// <summary>When the stage will end at this rate; null when that cannot be said.</summary>
    public DateTimeOffset? EndsAt(long candidates, DateTimeOffset now) =>
        _took is null && Rate > 0 && candidates > Worked
            ? now.AddSeconds((double)((candidates - Worked) / Rate))
            : null;
}
