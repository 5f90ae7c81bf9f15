using BillingActors.Formats.Text;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Formats.Csv;

/// <summary>Gathers interval rows into days: the rows of a day stand together, the days in any order.</summary>
internal sealed class IntervalRows
{
    private readonly DaysSeen _seen = new();
    private ChannelKey? _key;
    private FixedPoint[] _numbers = [];
    private (string Quality, string? Method)[] _qualities = [];
    private bool[] _present = [];
    private int _line;
    private ChannelKey? _apart;

    public static CsvShape Shape { get; } = new(
        ["service_point", "channel", "unit", "direction", "start", "minutes", "quantity", "quality"], ["meter"]);

    /// <summary>Takes a row; gives what is complete by it.</summary>
    public IEnumerable<ImportItem> Take(CsvRow row)
    {
        var interval = IntervalRow.Read(row);
        if (row.Problem is not null)
            return [row.Rejected()];
        if (interval.Channel == _apart)
            return []; // One day that stands apart is one problem, however many rows it has.
        var complete = interval.Channel == _key ? null : Close();
        if (interval.Channel != _key)
            Open(interval.Channel, row.Line);
        var isNew = TryPlace(interval);
        if (!isNew)
            row.Fault("start", "interval-twice", "this interval has been read before");
        return (complete, isNew) switch
        {
            (null, true) => [],
            (null, false) => [row.Rejected()],
            (_, _) => [complete],
        };
    }

    /// <summary>The day that is open, if there is one.</summary>
    public ImportItem? Close()
    {
        if (_key is not { } key)
            return null;
        _key = null;
        if (!DayValues.TryAlign(_numbers, out var scale, out var values))
            throw Refusal.Of(_line, "quantity", "value-too-large", "the day's quantities do not fit one scale");
        return new ImportItem(Day: new(
            key.ServicePointId, key.Channel, key.MeterSerial, key.Unit, key.Direction, key.Day, key.Minutes,
            key.OffsetMinutes, scale, values, DayValues.Runs(_qualities), null, _line));
    }

    private void Open(ChannelKey key, int line)
    {
        _apart = _seen.Add(key.Name) ? null : key;
        if (_apart is not null)
            throw Refusal.Of(
                line, "start", "day-not-consecutive", "rows of this channel's day stand apart or contradict");
        var intervals = DayValues.MinutesPerDay / key.Minutes;
        (_key, _line) = (key, line);
        (_numbers, _present) = (new FixedPoint[intervals], new bool[intervals]);
        _qualities = new (string, string?)[intervals];
        Array.Fill(_qualities, (Qualities.Missing, null));
    }

    private bool TryPlace(IntervalRow interval)
    {
        if (_present[interval.Index])
            return false;
        _present[interval.Index] = true;
        _numbers[interval.Index] = interval.Quantity;
        _qualities[interval.Index] = (interval.Quality, null);
        return true;
    }
}
