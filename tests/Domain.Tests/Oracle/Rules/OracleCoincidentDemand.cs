using BillingActors.Domain.Metering;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Demands;
using BillingActors.Domain.Tariffs.Prices;
using BillingActors.Domain.Tests.Oracle.Rules.Clocks;
using NodaTime;

namespace BillingActors.Domain.Tests.Oracle.Rules;

/// <summary>Demand in called hours: those of the bill, or those that a span of the year before the bill had.</summary>
internal sealed class OracleCoincidentDemand(OraclePiece piece, Charge.Demand charge)
{
    private readonly OracleContext _context = piece.Context;
    private readonly List<string> _channels = piece.Context.Meter.ChannelsOf(Direction.Import, charge.Meter.Channels);

    public Rational Billed(DaySpan days, Func<Rational> highest)
    {
        var own = piece.Version.Events.Single(list => list.Id == charge.Terms.Events).Events
            .Where(called => days.Contains(DaySpan.NumberOf(called.Day)))
            .Select(called => (Day: DaySpan.NumberOf(called.Day), called.FromMinute, Demand: DemandIn(called)))
            .ToList();
        if (charge.Terms.LookBack is not { } lookBack)
            return Made([.. own.Select(static one => one.Demand)]);
        foreach (var (day, minute, demand) in own)
            _context.Events[(charge.Head.Code, day, minute)] = demand;
        var (from, until) = MeasuredFor(lookBack);
        var known = _context.State.Events.Concat(_context.Events)
            .Where(one => one.Key.Charge == charge.Head.Code && one.Key.Day >= from && one.Key.Day < until)
            .GroupBy(static one => one.Key).Select(static same => same.Last().Value).ToList();
        return known.Count > 0 ? Made(known) : _context.Word("coincident-first-year", "hold") switch
        {
            "none" => 0,
            "highest" => highest(),
            "contract-demand" => _context.Number("contract-demand")!.Value,
            _ => throw new OracleHeldException("option-missing"),
        };
    }

    private Rational Made(List<Rational> demands)
    {
        if (demands.Count == 0)
            return 0;
        var rule = charge.Terms.Combine?.ToString().ToLowerInvariant() ?? _context.Word("coincident-demand", "highest");
        var sum = demands.Aggregate((Rational)0, static (left, right) => left + right);
        return rule switch
        {
            "mean" => sum / demands.Count,
            "sum" => sum,
            _ => demands.Max(),
        };
    }

    // Days of the year are counted backwards from the middle of the bill until one fits.
    private (int From, int Until) MeasuredFor(CoincidentLookBack lookBack)
    {
        var start = Before(_context.Cycle.From + (_context.Cycle.Count / 2), lookBack.BilledFrom);
        var until = Before(start, lookBack.Measured.Until);
        return (Before(until - 1, lookBack.Measured.From), until);
    }

    private static int Before(int day, AnnualDate date)
    {
        while (DateOnly.FromDayNumber(day) is var at && (at.Month != date.Month || at.Day != date.Day))
            day--;
        return day;
    }

    private Rational DemandIn(PeakEvent called)
    {
        var day = DaySpan.NumberOf(called.Day);
        var (window, interval) = (charge.WindowMinutes, _context.Meter.StepOf(_channels));
        var at = _context.Zone.StartOf(day);
        while (_context.Zone.LocalAt(at) != (day, called.FromMinute))
            at++;
        var (end, best) = (at + called.UntilMinute - called.FromMinute, 0L);
        var step = _context.Word("demand-window", "block") == "sliding" ? interval : window;
        for (; at + window <= end; at += step)
            best = Math.Max(best, _context.Meter.Between(_channels, at, at + window, interval));
        return new Rational((System.Numerics.BigInteger)best * 60, 1_000_000L * window);
    }
}
