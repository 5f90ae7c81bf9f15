using System.Collections.Immutable;
using System.Diagnostics;
using BillingActors.Grains.Interfaces.BillRuns;

namespace BillingActors.Grains.BillRuns;

/// <summary>
/// How far the current stage is in each partition: what the checkpoints said when this activation began, and what was
/// done since; the rate comes from here.
/// </summary>
internal sealed class RunProgress(ImmutableArray<RunPartitionView> begun)
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private TimeSpan? _took;
    private long _workedNow;

    /// <summary>The partitions, in order.</summary>
    public ImmutableArray<RunPartitionView> Partitions { get; private set; } = begun;

    public long Worked => Partitions.Sum(partition => partition.WorkedCount);

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

    /// <summary>A partition that has not begun, with its share of all accounts.</summary>
    public static RunPartitionView Share(int number, long total, int partitionCount) =>
        new(number, 0, (total + partitionCount - 1) / partitionCount, false);

    public void Add(int partition, PartitionProgress slice)
    {
        var at = Partitions.Single(one => one.Number == partition);
        Partitions = Partitions.Replace(at, at with
        {
            WorkedCount = at.WorkedCount + slice.Worked,
            IsDone = slice.IsDone,
        });
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
