using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Formats.Text;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.Metering;

namespace BillingActors.Formats.Nem;

/// <summary>A 300 record, and the 400 records that follow where its quality varies.</summary>
internal sealed class OpenDay
{
    private readonly ImmutableArray<QualityRun>.Builder _runs = ImmutableArray.CreateBuilder<QualityRun>();
    private readonly IntervalChannel _channel;
    private readonly DayNumbers _numbers;
    private readonly QualityMethod _quality;
    private readonly DateOnly _on;
    private readonly DateTimeOffset? _updatedAt;
    private readonly int _line;
    private readonly string? _raw;
    private int _lastLine;
    private int _covered;

    private OpenDay(MeterDataRecord record, IntervalChannel channel)
    {
        var qualityField = channel.Intervals + 2;
        (_channel, _line, _lastLine) = (channel, record.Line, record.Line);
        _on = MarketTime.Day(record, 1, "IntervalDate");
        _numbers = DayNumbers.Read(record, channel.Intervals);
        _quality = QualityMethod.Read(record, qualityField, "QualityMethod");
        _updatedAt = MarketTime.OptionalTime(record, qualityField + 3, "UpdateDateTime");
        MarketTime.OptionalTime(record, qualityField + 4, "MSATSLoadDateTime");
        _raw = IsUsable ? null : record.Text;
        if (_quality.Varies)
            return;
        _runs.Add(new(1, channel.Intervals, _quality.Quality!, _quality.Method, Reason(record, qualityField + 1)));
        _covered = channel.Intervals;
    }

    private bool IsUsable => _channel.Unit is not null && _channel.Direction is not null;

    public static OpenDay Read(MeterDataRecord record, IntervalChannel channel) => new(record, channel);

    /// <summary>Adds a 400 record: the runs follow each other without gap or overlap.</summary>
    public void Add(MeterDataRecord record)
    {
        if (!_quality.Varies)
            throw record.Refused("400", "quality-runs", $"the day on line {_line} has one quality, not V");
        record.RequireFields(4, 6);
        var first = Interval(record, 1, "StartInterval");
        var last = Interval(record, 2, "EndInterval");
        if (first != _covered + 1)
            throw record.Refused("StartInterval", "quality-runs", $"is {first}, expected {_covered + 1}");
        if (last < first)
            throw record.Refused("EndInterval", "quality-runs", $"is {last}, before its start {first}");
        var quality = QualityMethod.Read(record, 3, "QualityMethod");
        if (quality.Varies)
            throw record.Refused("QualityMethod", "quality-method", "is V, which only a whole day can be");
        _runs.Add(new(first, last, quality.Quality!, quality.Method, Reason(record, 4)));
        (_covered, _lastLine) = (last, record.Line);
    }

    /// <summary>The day, once no further record belongs to it.</summary>
    public ImportItem Complete()
    {
        if (_covered != _channel.Intervals)
            throw Refusal.Of(
                _lastLine,
                _covered == 0 ? "400" : "EndInterval",
                "quality-runs",
                $"qualities cover {_covered} of the {_channel.Intervals} intervals of the day on line {_line}");
        var (scale, values) = _numbers.Align(_runs, _line);
        return IsUsable
            ? new(Day: new(
                _channel.ServicePointId, _channel.Suffix, _channel.MeterSerial, _channel.Unit!, _channel.Direction!,
                _on, _channel.Minutes, MarketTime.OffsetMinutes, scale, values, _runs.ToImmutable(), _updatedAt, _line))
            : RejectedItem.Of(Problem(), _raw!);
    }

    private RecordProblem Problem() => _channel switch
    {
        { HasUnit: false } => new(_line, "UOM", "unit-missing", $"channel {_channel.Suffix} has no unit"),
        { Unit: null } => new(_line, "UOM", "unit-unknown", $"channel {_channel.Suffix} has a unit we do not know"),
        _ => new(_line, "NMISuffix", "suffix-without-direction", $"{_channel.Suffix} measures neither way of delivery"),
    };

    private int Interval(MeterDataRecord record, int field, string name) =>
        int.TryParse(record[field], NumberStyles.None, CultureInfo.InvariantCulture, out var interval)
            && interval >= 1
            && interval <= _channel.Intervals
            ? interval
            : throw record.Refused(
                name, "quality-runs", $"is no interval of the day on line {_line}, which has {_channel.Intervals}");

    private static string? Reason(MeterDataRecord record, int field) => record.Optional(field, "ReasonCode", 3);
}
