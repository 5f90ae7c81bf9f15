using System.Collections.Immutable;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Rating.Demands;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tariffs;

namespace BillingActors.Domain.Rating.Metered;

/// <summary>The metered side of one rating: finds, checks and adds up what charges ask for, each source once.</summary>
internal sealed class ContractMetering(RatingRequest request, HoldList holds) : IQuantities
{
    // Few of each: most bills look at one channel or one register.
    private ImmutableArray<(MeterSelection Selection, MeterSources Sources)> _selected = [];
    private ImmutableArray<(string Id, MeterSelection Asked, ChannelSeries? Series)> _channels = [];
    private ImmutableArray<(RegisterUse Use, string Unit)> _usedRegisters = [];
    private Dictionary<(string Serial, string Register), RegisterUse?>? _registers;
    private DemandBook? _demands;

    public HoldList Holds { get; } = holds;

    // Most tariffs price no demand.
    public DemandBook Demands => _demands ??= new DemandBook(request.State.Peaks);

    public LocalClock Clock { get; } = new(request.Tariff.Zone ?? request.Zone);

    public ImmutableArray<PeakDemand> PeaksAfter() =>
        _demands is { } demands ? demands.After(request.Cycle) : request.State.Peaks;

    public UsedQuantity? Use(QuantityNeed need)
    {
        var sources = Select(need.Meter);
        if (need.Calendar is not null && !sources.Registers.IsEmpty)
        {
            var register = sources.Registers[0].Register.Id;
            Holds.Add("missing-intervals",
                $"Charge {need.Charge} is priced by hour; register {register} has no intervals.");
            return null;
        }
        var usage = new UsageQuantity(sources, Clock, need.Days);
        var quantities = usage.Of(need.Calendar);
        if (!sources.Registers.IsEmpty)
            quantities[0] += usage.OfRegisters(request.Service, need.Meter.Unit);
        return sources.IsNone ? null : new UsedQuantity(quantities, usage.Source());
    }

    public MeasuredDemand? Demand(DemandNeed need)
    {
        // Power is energy per hour: a demand in kW looks at channels in kWh.
        var (code, meter) = (need.Charge.Head.Code, need.Charge.Meter);
        var real = need.Real ?? meter with { Unit = PowerUnits.EnergyOf(meter.Unit) };
        if (Intervals(code, real) is not { } channels)
            return null;
        if (need.Reactive is null)
            return new IntervalDemand(channels, Clock, Holds).Measure(need);
        return Intervals(code, need.Reactive) is { } reactive
            ? new IntervalDemand(channels, Clock, Holds) { Reactive = reactive }.Measure(need)
            : null;
    }

    public ImmutableArray<ChannelSeries>? Intervals(string charge, MeterSelection meter)
    {
        var sources = Select(meter);
        if (sources.Registers.IsEmpty)
            return sources.IsNone ? null : sources.Channels;
        Holds.Add("missing-intervals",
            $"Charge {charge} needs intervals; register {sources.Registers[0].Register.Id} has none.");
        return null;
    }

    public ImmutableArray<MeasuredUse> Uses()
    {
        if (_usedRegisters.IsEmpty && _channels is [{ Series: { } only }])
            return [UseOf(only, _channels[0].Asked.Direction)];
        var uses = ImmutableArray.CreateBuilder<MeasuredUse>(_channels.Length + _usedRegisters.Length);
        for (var i = 0; i < _channels.Length; i++)
        {
            if (_channels[i].Series is { } series && !IsUsedBefore(i))
                uses.Add(UseOf(series, _channels[i].Asked.Direction));
        }
        foreach (var (use, unit) in _usedRegisters)
        {
            var quantity = InUnit(use, unit);
            var estimated = use.Closing.Quality.IsEstimate ? quantity : 0m;
            uses.Add(new MeasuredUse(unit, use.Register.Direction, quantity, estimated));
        }
        return uses.Count <= 1
            ? uses.DrainToImmutable()
            : [.. uses.GroupBy(use => (use.Unit, use.Direction)).Select(Total)];
    }

    private MeasuredUse UseOf(ChannelSeries series, Direction direction)
    {
        Int128 sum = 0, estimated = 0;
        foreach (var span in series.Spans)
        {
            var (from, until) = (Clock.StartOf(span.From), Clock.StartOf(span.Until));
            sum += series.SumOf(from, until);
            estimated += series.EstimatedSumOf(from, until);
        }
        return new MeasuredUse(series.Unit, direction, series.ToQuantity(sum), series.ToQuantity(estimated));
    }

    // Moved where a register was billed, dropped where its meter is gone and billed.
    public ImmutableArray<RegisterPosition> PositionsAfter() =>
        _registers is null && request.Positions.IsEmpty ? [] : MovedPositions();

    private ImmutableArray<RegisterPosition> MovedPositions()
    {
        var billed = (_registers ?? []).Values.OfType<RegisterUse>().ToList();
        var kept = request.Positions.Where(position => !IsGone(position) && !billed.Exists(use =>
            use.Meter.Serial == position.MeterSerial && use.Register.Id == position.Register));
        var moved = billed.Where(use => use.Meter.RemovedOn is not { } removed || removed > request.Service.Until)
            .Select(use => use.NewPosition);
        return
        [
            .. kept.Concat(moved)
                .OrderBy(position => position.MeterSerial, StringComparer.Ordinal)
                .ThenBy(position => position.Register, StringComparer.Ordinal),
        ];
    }

    /// <summary>The use of a register as a number of the unit.</summary>
    public static decimal InUnit(RegisterUse use, string unit) => use.Register.Unit == unit
        ? use.Quantity
        : Exact.Normalised(UnitFacts.Between(use.Register.Unit, unit)!.Value.Of(use.Quantity));

    private MeterSources Select(MeterSelection selection)
    {
        foreach (var (known, found) in _selected)
        {
            if (known == selection)
                return found;
        }
        var sources = Find(selection);
        _selected = _selected.Add((selection, sources));
        return sources;
    }

    private MeterSources Find(MeterSelection selection)
    {
        if (SourceSelection.Only(request, selection) is { } only)
            return new MeterSources(Channel(only, selection) is { } single ? [single] : [], []);
        var (channels, registers) = new SourceSelection(request, selection, Holds).Find();
        var series = ImmutableArray.CreateBuilder<ChannelSeries>(channels.Length);
        foreach (var source in channels)
        {
            if (Channel(source, selection) is { } found)
                series.Add(found);
        }
        var uses = ImmutableArray.CreateBuilder<RegisterUse>(registers.Length);
        foreach (var (meter, register) in registers)
        {
            if (Register(meter, register, selection) is { } found)
                uses.Add(found);
        }
        return new MeterSources(series.DrainToImmutable(), uses.DrainToImmutable());
    }

    private ChannelSeries? Channel(MeterSource source, MeterSelection selection)
    {
        foreach (var (id, asked, known) in _channels)
        {
            if (id == source.Id && asked.Direction == selection.Direction && asked.Unit == selection.Unit)
                return known;
        }
        var series = ChannelSeries.Create(source, selection.Unit, request.Usage.Days, Holds);
        if (series is not null)
            IntervalCompleteness.Check(series, Clock, Holds);
        _channels = _channels.Add((source.Id, selection, series));
        return series;
    }

    // A channel that is asked for in several units is used once.
    private bool IsUsedBefore(int index)
    {
        var (id, asked, _) = _channels[index];
        for (var i = 0; i < index; i++)
        {
            var (known, before, series) = _channels[i];
            if (series is not null && known == id && before.Direction == asked.Direction)
                return true;
        }
        return false;
    }

    private RegisterUse? Register(Meter meter, Register register, MeterSelection selection)
    {
        _registers ??= [];
        if (_registers.TryGetValue((meter.Serial, register.Id), out var known))
            return known;
        var isGone = request.Positions.Any(position => position.MeterSerial == meter.Serial
            && position.Register == register.Id && IsGone(position));
        var use = isGone ? null : new RegisterReading(request, meter, register).Measure(Holds);
        if (use is not null)
            _usedRegisters = _usedRegisters.Add((use, selection.Unit));
        return _registers[(meter.Serial, register.Id)] = use;
    }

    // A meter that was removed by the end of the period and billed to its last day has nothing left to count.
    private bool IsGone(RegisterPosition position) => request.Usage.ServicePoint.Meters.Any(meter =>
        meter.Serial == position.MeterSerial
        && meter.RemovedOn <= request.Service.Until
        && position.On >= meter.RemovedOn);

    private static MeasuredUse Total(IEnumerable<MeasuredUse> same) => same.Aggregate(static (sum, use) => sum with
    {
        Quantity = Exact.Normalised(sum.Quantity + use.Quantity),
        EstimatedPart = Exact.Normalised(sum.EstimatedPart + use.EstimatedPart),
    });
}
