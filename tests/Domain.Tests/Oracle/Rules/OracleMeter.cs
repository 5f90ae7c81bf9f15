using BillingActors.Domain.Metering;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tests.Oracle.Rules.Clocks;

namespace BillingActors.Domain.Tests.Oracle.Rules;

/// <summary>Each interval of the bill with the local time at which it begins, looked at one by one.</summary>
internal sealed class OracleMeter
{
    /// <summary>Values are in millionths of the unit.</summary>
    public const int Scale = 6;

    private readonly Dictionary<string, Reading[]> _byChannel = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<long, long>> _byMinute = new(StringComparer.Ordinal);
    private readonly List<Channel> _channels = [];

    public OracleMeter(ContractUsage usage, ZoneRules zone)
    {
        foreach (var meter in usage.ServicePoint.Meters)
            _channels.AddRange(meter.Channels);
        foreach (var channel in _channels)
        {
            var days = usage.Days.Where(day => day.Channel == channel.Id).OrderBy(day => day.Day).ToList();
            var readings = new List<Reading>(days.Sum(day => day.Values.Length));
            foreach (var day in days)
                AddReadings(day, zone, readings);
            _byChannel[channel.Id] = [.. readings];
        }
    }

    /// <summary>Length of the shortest interval of the channels.</summary>
    public int StepOf(IEnumerable<string> channels) =>
        _channels.Where(channel => channels.Contains(channel.Id)).Min(channel => channel.IntervalMinutes);

    public List<string> ChannelsOf(Direction direction, IReadOnlyCollection<string> named) =>
    [
        .. _channels.Where(channel => channel.Direction == direction
            && (named.Count == 0 || named.Contains(channel.Id))).Select(channel => channel.Id),
    ];

    public Reading[] Of(string channel) => _byChannel[channel];

    /// <summary>The intervals that begin on some days, each with its period of a plan.</summary>
    public IEnumerable<(Reading Reading, int Period)> Of(string channel, DaySpan days, HourPlan? plan)
    {
        var (day, minutes) = (-1, (int[]?)null);
        foreach (var reading in _byChannel[channel])
        {
            if (!days.Contains(reading.Day))
                continue;
            if (plan is not null && reading.Day != day)
                (day, minutes) = (reading.Day, plan.MinutesOf(reading.Day));
            yield return (reading, minutes is null ? 0 : minutes[reading.Minute]);
        }
    }

    /// <summary>What the channels counted in the intervals that begin in the window.</summary>
    public long Between(IEnumerable<string> channels, long from, long until, int step)
    {
        var sum = 0L;
        foreach (var channel in channels)
        {
            if (!_byMinute.TryGetValue(channel, out var values))
                _byMinute[channel] = values = _byChannel[channel].ToDictionary(one => one.At, one => one.Value);
            for (var minute = from; minute < until; minute += step)
                sum += values.GetValueOrDefault(minute);
        }
        return sum;
    }

    private static void AddReadings(IntervalDay day, ZoneRules zone, List<Reading> readings)
    {
        var decimals = Scale - day.Scale + (day.Unit switch { "Wh" => -3, "MWh" => 3, _ => 0 });
        var start = ZoneRules.FixedStart(DaySpan.NumberOf(day.Day), day.OffsetMinutes);
        var factor = (long)Math.Pow(10, decimals);
        for (var i = 0; i < day.Values.Length; i++)
        {
            var at = start + ((long)i * day.IntervalMinutes);
            var (local, minute) = zone.LocalAt(at);
            readings.Add(new Reading(at, local, minute, day.Values[i] * factor));
        }
    }

    /// <summary>An interval: minute of UTC, local day and minute of its begin, value.</summary>
    internal readonly record struct Reading(long At, int Day, int Minute, long Value);
}
