using System.Collections.Immutable;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Rating.Metered;

/// <summary>
/// The interval values of one channel id, whichever meters delivered them, in one unit. Sums are integers; a decimal is
/// made once per sum.
/// </summary>
internal sealed class ChannelSeries
{
    private readonly ImmutableArray<IntervalBlock> _blocks;
    private readonly ImmutableArray<Int128> _factors;
    private readonly int _scale;

    private ChannelSeries(MeterSource source, string unit, ImmutableArray<IntervalBlock> blocks)
    {
        (Source, Unit, _blocks) = (source, unit, blocks);
        var scales = blocks
            .Select(block => block.Day.Scale - UnitConversion.Exponent(block.Day.Unit, unit)!.Value).ToArray();
        _scale = scales.Append(0).Max();
        _factors = [.. scales.Select(scale => (Int128)Exact.PowerOfTen(_scale - scale))];
    }

    public MeterSource Source { get; }

    public string Id => Source.Id;

    public string Unit { get; }

    /// <summary>Decimals of all sums.</summary>
    public int Scale => _scale;

    /// <summary>Local days on which meters with this channel were in place.</summary>
    public ImmutableArray<Period> Spans => Source.Spans;

    public ImmutableArray<IntervalBlock> Blocks => _blocks;

    /// <summary>
    /// The newest version of each day in time order, or null where two of them contradict each other.
    /// </summary>
    public static ChannelSeries? Create(
        MeterSource source, string unit, IEnumerable<IntervalDay> days, HoldList holds)
    {
        var blocks = ImmutableArray.CreateBuilder<IntervalBlock>();
        foreach (var same in days.Where(day => day.Channel == source.Id).GroupBy(day => IntervalBlock.Of(day).Start)
            .OrderBy(group => group.Key))
        {
            var version = same.Max(day => day.Version);
            var newest = same.Where(day => day.Version == version).ToList();
            if (newest.Exists(day => !AreSame(day, newest[0])))
            {
                holds.Add("doubtful-read",
                    $"Channel {source.Id} has two different deliveries of {newest[0].Day:uuuu-MM-dd}.");
                return null;
            }
            if (UnitConversion.Exponent(newest[0].Unit, unit) is null)
            {
                holds.Add("unit-mismatch",
                    $"Channel {source.Id} has {newest[0].Unit} on {newest[0].Day:uuuu-MM-dd}, not {unit}.");
                return null;
            }
            blocks.Add(IntervalBlock.Of(newest[0]));
        }
        return new ChannelSeries(source, unit, blocks.ToImmutable());
    }

    /// <summary>Exact sum of the intervals that start in the given minutes.</summary>
    public Int128 SumOf(long from, long until)
    {
        Int128 sum = 0;
        for (var i = FirstBlockAfter(from); i < _blocks.Length && _blocks[i].Start < until; i++)
        {
            var (first, end) = _blocks[i].Between(from, until);
            sum += _blocks[i].Sum(first, end) * _factors[i];
        }
        return sum;
    }

    /// <summary>Exact sum of those that are estimates or substitutes.</summary>
    public Int128 EstimatedSumOf(long from, long until)
    {
        Int128 sum = 0;
        for (var i = FirstBlockAfter(from); i < _blocks.Length && _blocks[i].Start < until; i++)
        {
            var (first, end) = _blocks[i].Between(from, until);
            foreach (var run in _blocks[i].Day.Quality)
            {
                var (runFirst, runEnd) = (Math.Max(first, run.First - 1), Math.Min(end, run.Last));
                if (runFirst < runEnd && run.Quality.IsEstimate)
                    sum += _blocks[i].Sum(runFirst, runEnd) * _factors[i];
            }
        }
        return sum;
    }

    /// <summary>A sum as a number of the unit.</summary>
    public decimal ToQuantity(Int128 sum) => Exact.Normalised((decimal)sum * Exact.PowerOfTen(-_scale));

    /// <summary>The imports behind the intervals, in time order.</summary>
    public IEnumerable<string> ImportsOf(long from, long until)
    {
        for (var i = FirstBlockAfter(from); i < _blocks.Length && _blocks[i].Start < until; i++)
            yield return _blocks[i].Day.Source.ImportId;
    }

    private static bool AreSame(IntervalDay left, IntervalDay right) =>
        left.IntervalMinutes == right.IntervalMinutes && left.Scale == right.Scale && left.Unit == right.Unit
        && left.Values.AsSpan().SequenceEqual(right.Values.AsSpan())
        && left.Quality.AsSpan().SequenceEqual(right.Quality.AsSpan());

    private int FirstBlockAfter(long minute)
    {
        var (low, high) = (0, _blocks.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_blocks[middle].End <= minute)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
