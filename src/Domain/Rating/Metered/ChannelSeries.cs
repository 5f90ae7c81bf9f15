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
    private readonly UnitRatio? _ratio;
    private readonly int _scale;
    private readonly DayTraits _traits;
    private (long From, long Until, Int128 Sum)? _latest;
    private int _block;

    private ChannelSeries(MeterSource source, (string Native, string Asked) units, in ChannelDays days)
    {
        (Source, Unit, _blocks, _traits, _factors) = (source, units.Asked, days.Blocks, days.Traits, []);
        if (units.Native != units.Asked)
            _ratio = UnitFacts.Between(units.Native, units.Asked);
        // Days of one scale, which is nearly always so, need no factors.
        if (_traits.AreAlike)
            _scale = _blocks.IsEmpty ? 0 : Math.Max(0, ScaleOf(_blocks[0], units.Native));
        if (!_traits.AreAlike || (!_blocks.IsEmpty && ScaleOf(_blocks[0], units.Native) < 0))
            (_scale, _factors) = Scaled(_blocks, units.Native);
    }

    public MeterSource Source { get; }

    public string Id => Source.Id;

    public string Unit { get; }

    /// <summary>Decimals of all sums.</summary>
    public int Scale => _scale;

    /// <summary>Local days on which meters with this channel were in place.</summary>
    public ImmutableArray<Period> Spans => Source.Spans;

    public ImmutableArray<IntervalBlock> Blocks => _blocks;

    /// <summary>Whether each block begins where the one before ends, and no interval is marked missing.</summary>
    public bool IsUnbroken => _traits.AreUnbroken;

    /// <summary>
    /// The newest version of each day in time order, or null where two of them contradict each other.
    /// </summary>
    public static ChannelSeries? Create(
        MeterSource source, string unit, ImmutableArray<IntervalDay> days, HoldList holds)
    {
        if (ChannelDays.Of(source.Id, days, holds) is not { } found)
            return null;
        var blocks = found.Blocks;
        if (found.Traits.AreAlike && (blocks.IsEmpty || blocks[0].Day.Unit == unit))
            return new ChannelSeries(source, (unit, unit), found);
        // A unit that is no power of ten of the other is added up as it is and converted once.
        var native = blocks.IsEmpty || UnitConversion.Exponent(blocks[0].Day.Unit, unit) is not null
            || UnitFacts.Between(blocks[0].Day.Unit, unit) is null
            ? unit
            : blocks[0].Day.Unit;
        foreach (var block in blocks)
        {
            if (block.Day.Unit == native || UnitConversion.Exponent(block.Day.Unit, native) is not null)
                continue;
            holds.Add("unit-mismatch",
                $"Channel {source.Id} has {block.Day.Unit} on {block.Day.Day:uuuu-MM-dd}, not {unit}.");
            return null;
        }
        return new ChannelSeries(source, (native, unit), found);
    }

    private static (int Scale, ImmutableArray<Int128> Factors) Scaled(ImmutableArray<IntervalBlock> blocks, string unit)
    {
        var (scale, isUniform) = (0, true);
        foreach (var block in blocks)
        {
            var own = ScaleOf(block, unit);
            isUniform &= own == ScaleOf(blocks[0], unit) && own >= 0;
            scale = Math.Max(scale, own);
        }
        return isUniform
            ? (scale, [])
            : (scale, [.. blocks.Select(block => (Int128)Exact.PowerOfTen(scale - ScaleOf(block, unit)))]);
    }

    /// <summary>Exact sum of the intervals that start in the given minutes.</summary>
    public Int128 SumOf(long from, long until)
    {
        if (_latest is { } latest && latest.From == from && latest.Until == until)
            return latest.Sum;
        Int128 sum = 0;
        if (_factors.IsEmpty && !_blocks.IsEmpty && from <= _blocks[0].Start && until >= _blocks[^1].End)
        {
            foreach (var block in _blocks)
                sum += IntegerSum.Of(block.Day.Values.AsSpan());
            _latest = (from, until, sum);
            return sum;
        }
        for (var i = FirstBlockAfter(from); i < _blocks.Length && _blocks[i].Start < until; i++)
        {
            var (first, end) = _blocks[i].Between(from, until);
            var part = _blocks[i].Sum(first, end);
            sum += _factors.IsEmpty ? part : part * _factors[i];
        }
        _latest = (from, until, sum);
        return sum;
    }

    /// <summary>Notes the sum of some minutes, where its parts were added up already.</summary>
    public void Know(long from, long until, Int128 sum) => _latest = (from, until, sum);

    /// <summary>Whether some intervals are estimates or substitutes.</summary>
    public bool HasEstimates => _traits.HaveEstimates;

    /// <summary>Exact sum of those that are estimates or substitutes.</summary>
    public Int128 EstimatedSumOf(long from, long until)
    {
        Int128 sum = 0;
        if (!_traits.HaveEstimates)
            return sum;
        for (var i = FirstBlockAfter(from); i < _blocks.Length && _blocks[i].Start < until; i++)
        {
            var (first, end) = _blocks[i].Between(from, until);
            foreach (var run in _blocks[i].Day.Quality)
            {
                var (runFirst, runEnd) = (Math.Max(first, run.First - 1), Math.Min(end, run.Last));
                if (!run.Quality.IsEstimate || runFirst >= runEnd)
                    continue;
                Int128 part = _blocks[i].Sum(runFirst, runEnd);
                sum += _factors.IsEmpty ? part : part * _factors[i];
            }
        }
        return sum;
    }

    /// <summary>A sum as a number of the unit.</summary>
    public decimal ToQuantity(Int128 sum)
    {
        var quantity = sum >= long.MinValue && sum <= long.MaxValue ? (long)sum : (decimal)sum;
        quantity *= Exact.PowerOfTen(-_scale);
        return Exact.Normalised(_ratio is { } ratio ? ratio.Of(quantity) : quantity);
    }

    /// <summary>Adds the imports behind the intervals, each once.</summary>
    public void AddImports(List<string> imports, long from, long until)
    {
        string? previous = null;
        for (var i = FirstBlockAfter(from); i < _blocks.Length && _blocks[i].Start < until; i++)
        {
            var import = _blocks[i].Day.Source.ImportId;
            if (import != previous)
                UsageQuantity.AddImport(imports, import);
            previous = import;
        }
    }

    /// <summary>The import behind all of them; null where there are several, or none.</summary>
    public string? ImportOfAll(long from, long until)
    {
        string? import = null;
        if (_traits is { AreAlike: true, AreUnbroken: true } && !_blocks.IsEmpty
            && from < _blocks[^1].End && until > _blocks[0].Start)
        {
            return _blocks[0].Day.Source.ImportId is { Length: > 0 } single ? single : null;
        }
        for (var i = FirstBlockAfter(from); i < _blocks.Length && _blocks[i].Start < until; i++)
        {
            if (import is not null && _blocks[i].Day.Source.ImportId != import)
                return null;
            import = _blocks[i].Day.Source.ImportId;
        }
        return import is { Length: > 0 } ? import : null;
    }

    private static int ScaleOf(IntervalBlock block, string unit) => block.Day.Unit == unit
        ? block.Day.Scale
        : block.Day.Scale - UnitConversion.Exponent(block.Day.Unit, unit)!.Value;

    // Stretches and windows are asked for in the order of time, so it is nearly always the block before or the next.
    private int FirstBlockAfter(long minute)
    {
        if (IsFirstAfter(_block, minute))
            return _block;
        return _block = IsFirstAfter(_block + 1, minute) ? _block + 1 : Search(minute);
    }

    private bool IsFirstAfter(int block, long minute) => block < _blocks.Length
        && _blocks[block].End > minute && (block == 0 || _blocks[block - 1].End <= minute);

    private int Search(long minute)
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
