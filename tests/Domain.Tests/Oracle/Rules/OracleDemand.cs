using BillingActors.Domain.Metering;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Demands;
using BillingActors.Domain.Tests.Oracle.Rules.Clocks;

namespace BillingActors.Domain.Tests.Oracle.Rules;

/// <summary>Demand: the highest window, then ratchet, minimum, step and what is billed already.</summary>
internal sealed class OracleDemand(OraclePiece piece, Charge.Demand charge)
{
    private const int GraceDays = 14;
    private const long Hundred = 100;

    private readonly OracleContext _context = piece.Context;
    private readonly List<string> _channels = piece.Context.Meter.ChannelsOf(Direction.Import, charge.Meter.Channels);

    public void Add(DaySpan days)
    {
        var isDaily = charge.Terms.Basis == DemandBasis.Daily;
        var per = charge.Terms.Per;
        var isWhole = !isDaily && per == ChargePer.Month && _context.Word("demand-part", "prorate") == "whole";
        if (isWhole && !IsLast(days))
            return;
        var isOwn = isDaily || _context.Word("demand-span", "bill") == "version";
        var timeOfUse = charge.Price as PriceModel.TimeOfUse;
        var plan = piece.PlanOf(timeOfUse?.Calendar);
        var billed = Billed(isOwn ? days : _context.Service, plan);
        var parts = timeOfUse is null
            ? PartsOf(charge.Price, billed[0], null)
            : timeOfUse.Prices.SelectMany(one =>
                PartsOf(one.Price, billed[plan!.Names.IndexOf(one.Period)], one.Period)).ToList();
        var used = parts.Where(static part => !part.Quantity.IsZero).ToList();
        foreach (var (quantity, price, tier, period) in used.Count > 0 ? used : parts.Take(1))
        {
            var exact = quantity * price;
            piece.Add(
                charge.Head, days, quantity,
                isDaily || isWhole ? exact : OracleParts.AmountOf(_context, exact, per, days),
                tier, period);
        }
    }

    // Steps of a demand are for the whole month.
    private List<(Rational Quantity, Rational Price, string? Tier, string? Period)> PartsOf(
        PriceModel price, Rational quantity, string? period)
    {
        var steps = OracleSteps.Of(_context, price, null, static _ => throw new InvalidOperationException());
        return
        [
            .. steps.PartsOf(quantity, 0).Select(part => (part.Quantity, part.Price, part.Tier, period)),
            .. steps.FeesOf(quantity, 0).Select(fee => ((Rational)1, fee.Fee, fee.Tier, period)),
        ];
    }

    private Rational[] Billed(DaySpan days, HourPlan? plan)
    {
        var own = charge.Terms.Basis == DemandBasis.Coincident
            ? [new OracleCoincidentDemand(piece, charge).Billed(days, () => Highest(days, null)[0])]
            : Measured(days, plan);
        var (highest, billed) = (own.Max(), new Rational[own.Length]);
        for (var i = 0; i < own.Length; i++)
        {
            var period = plan?.Names[i];
            var least = HasHours(i, days, plan)
                ? Least(period, charge.Terms.Ratchet is { CountsAllPeriods: true } ? highest : own[i])
                : 0;
            var demand = Rational.Max(HasHours(i, days, plan) ? Rolled(own[i], period) : own[i], least);
            demand = _context.ToStep("demand", demand);
            var isBilled = charge.Terms.Rolling is null && _context.Word("ratchet-history", "measured") == "billed";
            var kept = isBilled ? demand : own[i];
            var key = (charge.Head.Code, _context.Cycle, period);
            if (charge.Terms.LookBack is null)
                _context.Peaks[key] = Rational.Max(kept, _context.Peaks.GetValueOrDefault(key));
            if (charge.Terms.Over is { } code && _context.BilledBy(code) is { } before)
                demand = _context.ToStep(
                    "excess", Rational.Max(0, demand - (before * charge.Terms.OverPercent / 100)));
            _context.Billed[(charge.Head.Code, period)] = billed[i] = demand;
        }
        return billed;
    }

    // What has no hours in the bill is not raised.
    private static bool HasHours(int period, DaySpan days, HourPlan? plan)
    {
        for (var day = days.From; day < days.Until; day++)
        {
            if (plan is null || plan.MinutesOf(day).Contains(period))
                return true;
        }
        return false;
    }

    // The latest bills that begin in the months before, and this one.
    private Rational Rolled(Rational own, string? period)
    {
        if (charge.Terms.Rolling is not { } rolling)
            return own;
        var first = DateOnly.FromDayNumber(_context.Cycle.From);
        var oldest = first.AddMonths(1 - rolling.Months).AddDays(-GraceDays).DayNumber;
        var months = History().Where(peak => (peak.Period is null || peak.Period == period) && peak.From >= oldest
                && peak.From < _context.Cycle.From)
            .GroupBy(static peak => peak.From).OrderByDescending(static bill => bill.Key).Take(rolling.Months - 1)
            .Select(static bill => bill.MaxBy(static peak => peak.Period is null ? 0 : 1).Quantity).Append(own)
            .Select(month => Rational.Max(month, rolling.Least ?? 0m)).ToList();
        while (months.Count < rolling.Months && _context.Word("rolling-first-year", "known") == "least")
            months.Add(rolling.Least ?? 0m);
        return Rational.Sum(months) / months.Count;
    }

    // All windows of each day, or of all days, in the order of size.
    private Rational[] Mean(DemandMean mean, DaySpan days, HourPlan? plan)
    {
        var means = new Rational[plan?.Names.Count ?? 1];
        for (var i = 0; i < means.Length; i++)
        {
            var found = new List<Rational>();
            for (var day = days.From; day < days.Until; day++)
            {
                var one = new DaySpan(day, day + 1);
                if (mean.IsOfDays && HasHours(i, one, plan))
                    found.Add(Highest(one, plan)[i]);
                else if (!mean.IsOfDays)
                    found.AddRange(Windows(one, plan, i));
            }
            var highest = found.OrderDescending().Take(mean.Highest).ToList();
            means[i] = highest.Count == 0 ? 0 : Rational.Sum(highest) / highest.Count;
        }
        return means;
    }

    private IEnumerable<Rational> Windows(DaySpan days, HourPlan? plan, int period)
    {
        var (window, interval) = (charge.WindowMinutes, _context.Meter.StepOf(_channels));
        for (var at = _context.Zone.StartOf(days.From); at < _context.Zone.StartOf(days.Until); at += window)
        {
            if (PeriodAt(at, plan) == period)
            {
                var counted = Math.Max(0, _context.Meter.Between(_channels, at, at + window, interval));
                yield return InPower(counted * WeightAt(at));
            }
        }
    }

    // Of what was counted times a weight in hundredths.
    private Rational InPower(long sum) =>
        new((System.Numerics.BigInteger)sum * 60, 1_000_000L * Hundred * charge.WindowMinutes);

    // How much a window counts by the hour in which it begins.
    private long WeightAt(long at)
    {
        if (charge.Terms.Weights is not { } weights)
            return Hundred;
        var plan = piece.PlanOf(weights.Calendar)!;
        var name = plan.Names[PeriodAt(at, plan)];
        foreach (var (period, factor) in weights.Periods)
        {
            if (period == name)
                return (long)(factor * Hundred);
        }
        return Hundred;
    }

    private Rational[] Measured(DaySpan days, HourPlan? plan)
    {
        if (charge.Terms.Mean is { } mean)
            return Mean(mean, days, plan);
        if (charge.Terms.Basis != DemandBasis.Daily)
            return Highest(days, plan);
        var sums = new Rational[plan?.Names.Count ?? 1];
        for (var day = days.From; day < days.Until; day++)
        {
            var highest = Highest(new DaySpan(day, day + 1), plan);
            for (var i = 0; i < sums.Length; i++)
                sums[i] += highest[i];
        }
        return sums;
    }

    private Rational[] Highest(DaySpan days, HourPlan? plan)
    {
        var (from, until) = (_context.Zone.StartOf(days.From), _context.Zone.StartOf(days.Until));
        var (window, interval) = (charge.WindowMinutes, _context.Meter.StepOf(_channels));
        var isSliding = _context.Word("demand-window", "block") == "sliding";
        var best = new long[plan?.Names.Count ?? 1];
        for (var at = from; at < until; at += isSliding ? interval : window)
        {
            var period = PeriodAt(at, plan);
            if (isSliding && !IsInside(at, period))
                continue;
            var counted = _context.Meter.Between(_channels, at, at + window, interval) * WeightAt(at);
            best[period] = Math.Max(best[period], counted);
        }
        return [.. best.Select(InPower)];

        bool IsInside(long at, int period)
        {
            for (var minute = at; minute < at + window; minute += interval)
            {
                if (minute >= until || PeriodAt(minute, plan) != period)
                    return false;
            }
            return true;
        }
    }

    private int PeriodAt(long at, HourPlan? plan)
    {
        if (plan is null)
            return 0;
        var (day, minute) = _context.Zone.LocalAt(at);
        return plan.MinutesOf(day)[minute];
    }

    private Rational Least(string? period, Rational own)
    {
        var least = Rational.Max(charge.Terms.Least ?? 0m, Ratchet(period, own));
        return charge.Terms.ContractPercent is { } percent
            ? Rational.Max(least, _context.Number("contract-demand")!.Value * percent / 100)
            : least;
    }

    private Rational Ratchet(string? period, Rational own)
    {
        if (charge.Terms.Ratchet is not { } ratchet
            || (!ratchet.AppliesTo.IsEmpty && (period is null || !ratchet.AppliesTo.Contains(period))))
        {
            return 0;
        }
        var first = DateOnly.FromDayNumber(_context.Cycle.From);
        var oldest = first.AddMonths(-ratchet.Months).AddDays(-GraceDays).DayNumber;
        var history = History().Where(peak => peak.From >= oldest && peak.From < _context.Cycle.From
            && (ratchet.CountsAllPeriods || peak.Period is null || peak.Period == period)).ToList();
        Rational base0 = history.Count > 0
            ? history.Max(static peak => peak.Quantity)
            : _context.Word("ratchet-first-year", "none") switch
            {
                "own-month" => own,
                "contract-demand" => _context.Number("contract-demand") is { } contract
                    ? contract * 100 / ratchet.Percent
                    : 0,
                _ => 0,
            };
        if (history.Count > 0 && _context.Word("ratchet-own-month", "out") == "in")
            base0 = Rational.Max(base0, own);
        return base0 * ratchet.Percent / 100;
    }

    private IEnumerable<(int From, string? Period, Rational Quantity)> History() =>
        _context.State.Peaks.Where(peak => peak.Key.Charge == charge.Head.Code)
            .Select(static peak => (peak.Key.Days.From, peak.Key.Period, peak.Value));

    private bool IsLast(DaySpan days) => !_context.Pieces().Any(other =>
        other.Version.Charges.Any(one => one.Head.Code == charge.Head.Code
            && new OraclePiece(_context, other.Days, other.Version).DaysOf(one.Head)
                .Any(run => run.Until > days.Until)));
}
