using System.Collections.Immutable;
using BillingActors.Domain.Rating.Demands;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Demands;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Metered;

/// <summary>
/// Answers charges from determinants. A part of a determinant's days takes its part of the total, cut evenly by days;
/// a demand is that of all its days.
/// </summary>
internal sealed class DeterminantMetering(RatingRequest request, DeterminantUsage given, HoldList holds) : IQuantities
{
    private const string Kind = "determinants";

    private readonly DeterminantNames _names = new(request.Tariff, holds);
    private readonly DeterminantPeriods _periods = new(given, holds);
    private readonly Dictionary<(string Name, string Unit, Metering.Direction Direction), decimal> _uses = [];

    public HoldList Holds { get; } = holds;

    public DemandBook Demands { get; } = new(request.State.Peaks);

    public LocalClock Clock { get; } = new(request.Tariff.Zone ?? request.Zone);

    public ImmutableArray<PeakDemand> PeaksAfter() => Demands.After(request.Cycle);

    public UsedQuantity? Use(QuantityNeed need)
    {
        var sums = new decimal[need.Calendar?.Periods.Length ?? 1];
        string? names = null;
        if (_periods.Covering(need.Days, need.Charge) is not { } covering)
            return null;
        foreach (var (period, part) in covering)
        {
            if (_names.OfUse(period, need.Charge, need.Meter) is not { } found)
                return null;
            foreach (var one in found)
            {
                if (Split(one.Given, need.Calendar, period.Days, need.Charge) is not { } split)
                    return null;
                for (var i = 0; i < sums.Length; i++)
                    sums[i] += Cut(one.Of(split[i]), period.Days, part);
                Note(one, need);
            }
            names ??= string.Join(", ", found.Select(static entry => entry.Name));
        }
        return new UsedQuantity(sums, new LineSource(Kind, $"{names} {need.Days}", ""));
    }

    public MeasuredDemand? Demand(DemandNeed need)
    {
        var code = need.Charge.Head.Code;
        var highest = new decimal[need.Calendar?.Periods.Length ?? 1];
        string? names = null;
        // With a power factor that is known, apparent power may come of real power.
        var real = need is { Charge.Terms.PowerFactor.Method: PowerFactorMethod.Apparent, Reactive: null }
            ? PowerUnits.RealPowerOf(need.Charge.Meter.Unit)
            : null;
        if (_periods.Covering(need.Days, code) is not { } covering)
            return null;
        foreach (var (period, _) in covering)
        {
            if (_names.OfDemand(period, need.Charge, real) is not { } found
                || Split(found.Given, need.Calendar, period.Days, code, isDemand: true) is not { } split)
            {
                return null;
            }
            for (var i = 0; i < highest.Length; i++)
                highest[i] = decimal.Max(highest[i], found.Of(split[i]));
            names ??= found.Name;
        }
        return new MeasuredDemand(
            [.. highest.Select(static demand => new DemandPeak(demand))],
            new LineSource(Kind, $"{names} {need.Days}", ""));
    }

    public ImmutableArray<ChannelSeries>? Intervals(string charge, MeterSelection meter)
    {
        Holds.Add("missing-intervals", $"Charge {charge} needs each interval; determinants have none.");
        return null;
    }

    public ImmutableArray<MeasuredUse> Uses() =>
    [
        .. _uses.GroupBy(static use => (use.Key.Unit, use.Key.Direction)).Select(static same => new MeasuredUse(
            same.Key.Unit, same.Key.Direction, Exact.Normalised(same.Sum(static use => use.Value)), 0m)),
    ];

    public ImmutableArray<RegisterPosition> PositionsAfter() => request.Positions;

    // A name counts once, whichever charges ask for it, and for all the service days.
    private void Note(FoundDeterminant found, QuantityNeed need)
    {
        var key = (found.Name, need.Meter.Unit, need.Meter.Direction);
        if (_uses.ContainsKey(key))
            return;
        var sum = 0m;
        foreach (var period in given.Periods)
        {
            if (period.Days.Overlap(request.Service) is { } part
                && period.Quantities.TryGetValue(found.Name, out var same))
            {
                sum += Cut(found.Of(WholeOf(same, isDemand: false)), period.Days, part);
            }
        }
        _uses[key] = sum;
    }

    private decimal[]? Split(
        DeterminantQuantity quantity, TimeOfUseCalendar? calendar, Period days, string charge, bool isDemand = false)
    {
        if (quantity.Whole is null && quantity.ByPeriod.IsEmpty)
        {
            Holds.Add("no-read", $"The determinant of charge {charge} for {days} has no value.");
            return null;
        }
        if (calendar is null)
            return [WholeOf(quantity, isDemand)];
        var split = new decimal[calendar.Periods.Length];
        var absent = -1;
        for (var i = 0; i < split.Length; i++)
        {
            if (quantity.ByPeriod.TryGetValue(calendar.Periods[i], out var part))
                split[i] = part;
            else if (Clock.Has(calendar, i, days))
                absent = absent < 0 ? i : split.Length;
        }
        if (absent < 0 || (!isDemand && quantity.Whole == split.Sum()))
            return split;
        if (absent < split.Length && quantity.ByPeriod.IsEmpty && quantity.Whole is { } whole)
        {
            // All hours of these days belong to one period.
            split[absent] = whole;
            return split;
        }
        var name = calendar.Periods.First(period => !quantity.ByPeriod.ContainsKey(period));
        Holds.Add("missing-intervals",
            $"Charge {charge} is priced by time of use; the determinants of {days} give nothing for {name}.");
        return null;
    }

    private static decimal WholeOf(DeterminantQuantity quantity, bool isDemand) => quantity.Whole
        ?? (isDemand ? quantity.ByPeriod.Values.DefaultIfEmpty().Max() : quantity.ByPeriod.Values.Sum());

    private static decimal Cut(decimal total, Period whole, Period part) =>
        Exact.Cumulated(total, Days(whole.From, part.Until), whole.Days)
        - Exact.Cumulated(total, Days(whole.From, part.From), whole.Days);

    private static int Days(NodaTime.LocalDate from, NodaTime.LocalDate until) =>
        NodaTime.Period.DaysBetween(from, until);
}
