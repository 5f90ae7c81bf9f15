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
    private readonly ImmutableArray<IntervalDay> _days;
    private readonly ImmutableArray<Int128> _factors;
    private readonly UnitRatio? _ratio;
    private readonly int _scale;
    private readonly DayTraits _traits;
    private (long From, long Until, Int128 Sum)? _latest;
    private ImmutableArray<IntervalBlock> _blocks;
    private int _block;

    private ChannelSeries(MeterSource source, (string Native, string Asked) units, in ChannelDays days)
    {
        (Source, Unit, _days, _traits, _factors) = (source, units.Asked, days.Days, days.Traits, []);
        if (units.Native != units.Asked)
            _ratio = UnitFacts.Between(units.Native, units.Asked);
        // Days of one scale, which is nearly always so, need no factors.
        if (_traits.AreAlike)
            _scale = _days.IsEmpty ? 0 : Math.Max(0, ScaleOf(_days[0], units.Native));
        if (!_traits.AreAlike || (!_days.IsEmpty && ScaleOf(_days[0], units.Native) < 0))
            (_scale, _factors) = Scaled(_days, units.Native);
    }

    public MeterSource Source { get; }

    public string Id => Source.Id;

    public string Unit { get; }

    /// <summary>Decimals of all sums.</summary>
    public int Scale => _scale;

    /// <summary>Local days on which meters with this channel were in place.</summary>
    public ImmutableArray<Period> Spans => Source.Spans;

    /// <summary>The days on the time line, which are not needed where all of them are billed at one price.</summary>
    public ImmutableArray<IntervalBlock> Blocks => _blocks.IsDefault
        ? _blocks = ImmutableArray.CreateRange(_days, IntervalBlock.Of)
        : _blocks;

    /// <summary>Whether days that follow each other, with no interval marked missing, are all the minutes.</summary>
    public bool Covers(long from, long until) =>
        !_days.IsEmpty && _traits.AreUnbroken && _traits.Start <= from && _traits.End >= until;

    /// <summary>
    /// The newest version of each day in time order, or null where two of them contradict each other.
    /// </summary>
    public static ChannelSeries? Create(
        MeterSource source, string unit, ImmutableArray<IntervalDay> days, HoldList holds)
    {
        if (ChannelDays.Of(source.Id, days, holds) is not { } found)
            return null;
        var listed = found.Days;
        if (found.Traits.AreAlike && (listed.IsEmpty || listed[0].Unit == unit))
            return new ChannelSeries(source, (unit, unit), found);
        // A unit that is no power of ten of the other is added up as it is and converted once.
        var native = listed.IsEmpty || UnitConversion.Exponent(listed[0].Unit, unit) is not null
            || UnitFacts.Between(listed[0].Unit, unit) is null
            ? unit
            : listed[0].Unit;
        foreach (var day in listed)
        {
            if (day.Unit == native || UnitConversion.Exponent(day.Unit, native) is not null)
                continue;
            holds.Add("unit-mismatch", $"Channel {source.Id} has {day.Unit} on {day.Day:uuuu-MM-dd}, not {unit}.");
            return null;
        }
        return new ChannelSeries(source, (native, unit), found);
    }

    private static (int Scale, ImmutableArray<Int128> Factors) Scaled(ImmutableArray<IntervalDay> days, string unit)
    {
        var (scale, isUniform) = (0, true);
        foreach (var day in days)
        {
            var own = ScaleOf(day, unit);
            isUniform &= own == ScaleOf(days[0], unit) && own >= 0;
            scale = Math.Max(scale, own);
        }
        return isUniform
            ? (scale, [])
            : (scale, [.. days.Select(day => (Int128)Exact.PowerOfTen(scale - ScaleOf(day, unit)))]);
    }

    /// <summary>Exact sum of the intervals that start in the given minutes.</summary>
    public Int128 SumOf(long from, long until)
    {
        if (_latest is { } latest && latest.From == from && latest.Until == until)
            return latest.Sum;
        Int128 sum = 0;
        if (_factors.IsEmpty && !_days.IsEmpty && from <= _traits.Start && until >= _traits.End)
        {
            sum = IntegerSum.Of(_days);
            _latest = (from, until, sum);
            return sum;
        }
        var blocks = Blocks;
        for (var i = FirstBlockAfter(from); i < blocks.Length && blocks[i].Start < until; i++)
        {
            var (first, end) = blocks[i].Between(from, until);
            var part = blocks[i].Sum(first, end);
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
        var blocks = Blocks;
        for (var i = FirstBlockAfter(from); i < blocks.Length && blocks[i].Start < until; i++)
        {
            var (first, end) = blocks[i].Between(from, until);
            foreach (var run in blocks[i].Day.Quality)
            {
                var (runFirst, runEnd) = (Math.Max(first, run.First - 1), Math.Min(end, run.Last));
                if (!run.Quality.IsEstimate || runFirst >= runEnd)
                    continue;
                Int128 part = blocks[i].Sum(runFirst, runEnd);
                sum += _factors.IsEmpty ? part : part * _factors[i];
            }
        }
        return sum;
    }

    /// <summary>A sum as a number of the unit.</summary>
    public decimal ToQuantity(Int128 sum)
    {
        var quantity = sum >= long.MinValue && sum <= long.MaxValue
            ? Exact.Of((long)sum, _scale)
            : (decimal)sum * Exact.PowerOfTen(-_scale);
        return Exact.Normalised(_ratio is { } ratio ? ratio.Of(quantity) : quantity);
    }

    /// <summary>Adds the imports behind the intervals, each once.</summary>
    public void AddImports(List<string> imports, long from, long until)
    {
        string? previous = null;
        var blocks = Blocks;
        for (var i = FirstBlockAfter(from); i < blocks.Length && blocks[i].Start < until; i++)
        {
            var import = blocks[i].Day.Source.ImportId;
            if (import != previous)
                UsageQuantity.AddImport(imports, import);
            previous = import;
        }
    }

    /// <summary>The import behind all of them; null where there are several, or none.</summary>
    public string? ImportOfAll(long from, long until)
    {
        string? import = null;
        if (_traits is { AreAlike: true, AreUnbroken: true } && !_days.IsEmpty
            && from < _traits.End && until > _traits.Start)
        {
            return _days[0].Source.ImportId is { Length: > 0 } single ? single : null;
        }
        var blocks = Blocks;
        for (var i = FirstBlockAfter(from); i < blocks.Length && blocks[i].Start < until; i++)
        {
            if (import is not null && blocks[i].Day.Source.ImportId != import)
                return null;
            import = blocks[i].Day.Source.ImportId;
        }
        return import is { Length: > 0 } ? import : null;
    }

    private static int ScaleOf(IntervalDay day, string unit) => day.Unit == unit
        ? day.Scale
        : day.Scale - UnitConversion.Exponent(day.Unit, unit)!.Value;

    // Stretches and windows are asked for in the order of time, so it is nearly always the block before or the next.
    private int FirstBlockAfter(long minute)
    {
        if (IsFirstAfter(_block, minute))
            return _block;
        return _block = IsFirstAfter(_block + 1, minute) ? _block + 1 : Search(minute);
    }

    private bool IsFirstAfter(int block, long minute) => block < Blocks.Length
        && Blocks[block].End > minute && (block == 0 || Blocks[block - 1].End <= minute);

    private int Search(long minute)
    {
        var (low, high) = (0, Blocks.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Blocks[middle].End <= minute)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
