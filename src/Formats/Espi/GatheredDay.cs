using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Formats.Text;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Formats.Espi;

/// <summary>A day as its readings come in; what does not come in by the end is missing.</summary>
internal sealed class GatheredDay(DayKey key, int line)
{
    private readonly IntervalReading?[] _readings = new IntervalReading?[DayValues.MinutesPerDay / key.Minutes];

    public DayKey Key => key;

    public int Line => line;

    public int Intervals => _readings.Length;

    public bool TryAdd(IntervalReading reading)
    {
        ref var place = ref _readings[DayKey.Interval(reading)];
        if (place is not null)
            return false;
        place = reading;
        return true;
    }

    /// <summary>The day as one item, or each of its readings rejected where the type or the values forbid it.</summary>
    public IEnumerable<ImportItem> Complete(string usagePoint, ReadingType type)
    {
        var values = new long[_readings.Length];
        var problem = type.Problem;
        for (var index = 0; index < values.Length && problem is null; index++)
            if (!TryScale(_readings[index]?.Value ?? 0, type.Factor, out values[index]))
                problem = new(line, "value", "value-too-large", "does not fit its power of ten");
        return problem is null
            ? [new(Day: ToDay(usagePoint, type, [.. values]))]
            : _readings.OfType<IntervalReading>()
                .Select(reading => RejectedItem.Of(problem with { Line = reading.Line }, reading.Raw));
    }

    private Grains.Interfaces.Metering.ChannelDay ToDay(
        string usagePoint, ReadingType type, ImmutableArray<long> values) =>
        new(
            usagePoint,
            Key.MeterReading[(Key.MeterReading.LastIndexOf('/') + 1)..],
            null,
            type.Unit,
            type.Direction,
            Key.Day,
            Key.Minutes,
            Key.OffsetMinutes,
            type.Scale,
            values,
            DayValues.Runs([.. _readings.Select(reading => Quality(reading, type))]),
            null,
            line);

    private static (string Quality, string? Method) Quality(IntervalReading? reading, ReadingType type)
    {
        if (reading is null)
            return (Qualities.Missing, null);
        var code = reading.Value.Quality;
        return (Word(code ?? type.DefaultQuality), code?.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Only what was measured and not doubted is actual.</summary>
    private static string Word(int code) => code switch
    {
        0 or 11 or 14 or 17 or 18 or 19 => Qualities.Actual,
        7 => Qualities.Substituted,
        12 => Qualities.ForwardEstimate,
        _ => Qualities.Estimated,
    };

    private static bool TryScale(long value, long factor, out long scaled)
    {
        var fits = value <= long.MaxValue / factor;
        scaled = fits ? value * factor : 0;
        return fits;
    }
}
