using System.Collections.Immutable;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Tariffs;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Metered;

/// <summary>
/// Finds the channels and registers a charge looks at. A meter with fitting channels counts by its intervals, any other
/// by its registers, so that nothing is counted twice. Meters of the period must follow each other without a gap.
/// </summary>
internal sealed class SourceSelection(RatingRequest request, MeterSelection selection, HoldList holds)
{
    // Mostly one of one kind, and none of the other.
    private ImmutableArray<(Channel Channel, Period Span)> _channels = [];
    private ImmutableArray<(Meter Meter, Register Register)> _registers = [];
    private ImmutableArray<Period> _spans = [];
    private ImmutableArray<string> _found = [];
    private string? _otherUnit;

    /// <summary>The one channel of one meter that measures all the days, as it nearly always is; else null.</summary>
    public static MeterSource? Only(RatingRequest request, MeterSelection selection)
    {
        var days = request.Service;
        if (request.Usage.ServicePoint.Meters is not [var meter] || selection.Channels.Length > 1
            || meter.InstalledOn > days.From || meter.RemovedOn < days.Until)
        {
            return null;
        }
        Channel? only = null;
        foreach (var channel in meter.Channels)
        {
            if (channel.Direction != selection.Direction
                || (selection.Channels is [var named] && channel.Id != named))
            {
                continue;
            }
            if (only is not null || channel.Unit != selection.Unit)
                return null;
            only = channel;
        }
        return only is null ? null : new MeterSource(only.Id, only.IntervalMinutes, [days]);
    }

    /// <summary>
    /// The channels with their days and the registers with their meters; both empty after a reason was added.
    /// </summary>
    public (ImmutableArray<MeterSource> Channels, ImmutableArray<(Meter Meter, Register Register)> Registers) Find()
    {
        var meters = request.Usage.ServicePoint.Meters;
        if (meters.Length > 1)
        {
            meters = [.. meters.OrderBy(static meter => meter.InstalledOn)
                .ThenBy(static meter => meter.Serial, StringComparer.Ordinal)];
        }
        foreach (var meter in meters)
            Add(meter);
        return IsComplete() ? (Channels(), _registers) : ([], []);
    }

    private void Add(Meter meter)
    {
        var span = request.Service.Overlap(meter.InstalledOn, meter.RemovedOn);
        var before = _channels.Length;
        if (span is { } days)
        {
            foreach (var channel in meter.Channels)
            {
                if (Fits(channel.Id, channel.Unit, channel.Direction))
                    _channels = _channels.Add((channel, days));
            }
        }
        var counted = _channels.Length > before;
        if (!counted)
        {
            foreach (var register in meter.Registers)
            {
                var counts = span is not null || IsUnbilled(meter, register);
                if (counts && Fits(register.Id, register.Unit, register.Direction))
                {
                    _registers = _registers.Add((meter, register));
                    counted = true;
                }
            }
        }
        if (counted && span is { } covered)
            _spans = _spans.Add(covered);
    }

    private bool Fits(string id, string unit, Direction direction)
    {
        var isNamed = selection.Channels.IsEmpty || selection.Channels.Contains(id, StringComparer.Ordinal);
        if (direction != selection.Direction || !isNamed)
            return false;
        if (unit != selection.Unit && UnitFacts.Between(unit, selection.Unit) is null)
        {
            _otherUnit ??= unit;
            return false;
        }
        if (!_found.Contains(id, StringComparer.Ordinal))
            _found = _found.Add(id);
        return true;
    }

    // A meter that went before the period, but whose last days were not billed yet.
    private bool IsUnbilled(Meter meter, Register register) => request.Positions.Any(position =>
        position.MeterSerial == meter.Serial && position.Register == register.Id && position.On < meter.RemovedOn);

    private bool IsComplete()
    {
        if (_found.IsEmpty && _otherUnit is not null)
        {
            holds.Add("unit-mismatch", $"{Describe()} is priced per {selection.Unit}, but metered in {_otherUnit}.");
            return false;
        }
        if (_found.IsEmpty)
        {
            holds.Add("no-read", $"{Describe()} is not metered at the service point in {request.Service}.");
            return false;
        }
        if (AbsentChannel() is { } absent)
        {
            holds.Add("no-read", $"Channel or register {absent} is not at the service point in {request.Service}.");
            return false;
        }
        return HasNoGap();
    }

    private string? AbsentChannel()
    {
        foreach (var id in selection.Channels)
        {
            if (!_found.Contains(id, StringComparer.Ordinal))
                return id;
        }
        return null;
    }

    private bool HasNoGap()
    {
        var next = request.Service.From;
        foreach (var span in Join(_spans))
        {
            if (span.From > next)
                break;
            next = span.Until;
        }
        if (next >= request.Service.Until)
            return true;
        holds.Add("no-read", $"{Describe()} has no meter from {next:uuuu-MM-dd} on.");
        return false;
    }

    private ImmutableArray<MeterSource> Channels() => _channels is [var only]
        ? [new MeterSource(only.Channel.Id, only.Channel.IntervalMinutes, [only.Span])]
        :
    [
        .. _channels.GroupBy(found => found.Channel.Id, StringComparer.Ordinal).Select(same => new MeterSource(
            same.Key, same.First().Channel.IntervalMinutes, Join([.. same.Select(found => found.Span)]))),
    ];

    private static ImmutableArray<Period> Join(ImmutableArray<Period> spans)
    {
        if (spans.Length <= 1)
            return spans;
        var joined = new List<Period>();
        foreach (var span in spans.OrderBy(span => span.From).ThenBy(span => span.Until))
        {
            if (joined.Count > 0 && span.From <= joined[^1].Until)
                joined[^1] = new Period(joined[^1].From, LocalDate.Max(joined[^1].Until, span.Until));
            else
                joined.Add(span);
        }
        return [.. joined];
    }

    private string Describe()
    {
        var direction = selection.Direction == Direction.Import ? "Import" : "Export";
        return selection.Channels.IsEmpty ? direction : $"{direction} of {string.Join(", ", selection.Channels)}";
    }
}
