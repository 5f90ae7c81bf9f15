using System.Globalization;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tests.Oracle.Rules.Clocks;

namespace BillingActors.Domain.Tests.Oracle.Rules;

/// <summary>A price in steps: a flat price is one step without a limit and without a number.</summary>
internal sealed class OracleSteps
{
    private readonly List<Step> _steps = [];
    private bool _isVolume;
    private bool _isInclusive = true;
    private bool _hasFeeAtZero;

    private OracleSteps()
    {
    }

    /// <summary>The first step's price and number, for what has no quantity.</summary>
    public Step First => _steps[0];

    /// <summary>The steps in some days; without days limits and fees are as they are written.</summary>
    public static OracleSteps Of(
        OracleContext context, PriceModel price, DaySpan? days, Func<PriceModel.HoursUse, Rational> demandOf)
    {
        var steps = new OracleSteps
        {
            _isInclusive = context.Word("tier-limit", "inclusive") == "inclusive",
            _hasFeeAtZero = context.Word("zero-use-fee", "charged") == "charged",
        };
        switch (price)
        {
            case PriceModel.Flat flat:
                steps._steps.Add(new Step(null, flat.Price, 0, null));
                break;
            case PriceModel.Tiers tiers:
                steps._isVolume = tiers.Mode == TierMode.Volume;
                steps._hasFeeAtZero &= tiers.Per != ChargePer.Life;
                if (tiers.Limit is { } limit)
                    steps._isInclusive = limit == TierLimit.Inclusive;
                steps.AddTiers(context, tiers, days);
                break;
            case PriceModel.HoursUse hours:
                steps._isVolume = hours.Mode == TierMode.Volume;
                steps.AddBlocks(context, hours, (days!.Value, demandOf(hours)));
                break;
            default:
                throw new InvalidOperationException($"no steps of {price}");
        }
        return steps;
    }

    /// <summary>The parts of a quantity that goes on from a start.</summary>
    public IEnumerable<Part> PartsOf(Rational quantity, Rational start)
    {
        if (_isVolume)
            return [PartAt(Reached(start + quantity), quantity)];
        var parts = new List<Part>();
        for (var i = 0; i < _steps.Count; i++)
        {
            var (high, low) = (Rational.Max(start, start + quantity), Rational.Min(start, start + quantity));
            var part = Below(i, high) - Below(i, low);
            if (!part.IsZero)
                parts.Add(PartAt(i, quantity.Sign * part));
        }
        return parts.Count > 0 ? parts : [PartAt(Reached(start), 0)];
    }

    /// <summary>Flat fees of the steps that the quantity is the first to reach.</summary>
    public IEnumerable<(Rational Fee, string? Tier)> FeesOf(Rational quantity, Rational start)
    {
        for (var i = 0; i < _steps.Count; i++)
        {
            var isNew = IsDue(i, start + quantity) && (start.IsZero || !IsDue(i, start));
            if (isNew && !_steps[i].Fee.IsZero)
                yield return (_steps[i].Fee, _steps[i].Tier);
        }
    }

    // How much of what lies below a point lies in a step; the first step goes down without end.
    private Rational Below(int step, Rational point)
    {
        var top = _steps[step].Until is { } until ? Rational.Min(until, point) : point;
        return step == 0 ? top : Rational.Max(0, top - _steps[step - 1].Until!.Value);
    }

    private bool IsDue(int step, Rational quantity)
    {
        var isUsed = quantity.Sign > 0 || _hasFeeAtZero;
        if (_isVolume)
            return step == Reached(quantity) && isUsed;
        return step == 0 ? isUsed : quantity > _steps[step - 1].Until!.Value;
    }

    private int Reached(Rational quantity) => _steps.FindIndex(step => step.Until is not { } until
        || (_isInclusive ? quantity <= until : quantity < until));

    private Part PartAt(int step, Rational quantity) => new(quantity, _steps[step].Price, _steps[step].Tier);

    private void AddTiers(OracleContext context, PriceModel.Tiers tiers, DaySpan? days)
    {
        var feePer = tiers.Per == ChargePer.Bill ? ChargePer.Bill : ChargePer.Month;
        foreach (var tier in tiers.Steps)
        {
            var (until, fee) = ((Rational?)tier.UpTo, (Rational)tier.Fee);
            if (days is { } part)
            {
                until = until is { } limit ? LimitOf(context, limit, tiers.Per, part) : null;
                if (tiers.Per is not (ChargePer.Year or ChargePer.Life))
                    fee = OracleParts.AmountOf(context, fee, feePer, part);
            }
            _steps.Add(new Step(until, tier.Price, fee, Number(_steps.Count)));
        }
    }

    // The limit of a year is not cut, so that nothing of it is rounded.
    private static Rational LimitOf(OracleContext context, Rational limit, ChargePer per, DaySpan days)
    {
        var cut = OracleParts.LimitOf(context, limit, per, days);
        return per is not (ChargePer.Year or ChargePer.Life) && context.Number("tier-decimals") is { } decimals
            ? cut.Round((int)decimals.Floor())
            : cut;
    }

    // Each block ends at so many hours of the demand; tiers inside it are cut there.
    private void AddBlocks(OracleContext context, PriceModel.HoursUse hours, (DaySpan Days, Rational Demand) use)
    {
        Rational below = 0;
        var ends = EndsOf(hours, use.Demand);
        for (var i = 0; i < hours.Blocks.Length; i++)
        {
            Rational? end = ends[i] is { } whole ? OracleParts.LimitOf(context, whole, hours.Per, use.Days) : null;
            var inner = Of(context, hours.Blocks[i].Price, use.Days, static _ => throw new InvalidOperationException());
            var origin = hours.Blocks[i].CountsFromItself ? below : 0;
            foreach (var step in inner._steps)
            {
                Rational? own = step.Until is { } inside ? origin + inside : null;
                var isLast = end is { } && (own is null || own >= end);
                var until = isLast ? end : own;
                if (until is null || until > below)
                {
                    var tier = step.Tier is null ? Number(i) : $"{Number(i)}.{step.Tier}";
                    _steps.Add(new Step(until, step.Price, step.Fee, tier));
                    below = until ?? below;
                }
                if (isLast)
                    break;
            }
        }
    }

    // Where the blocks of a whole month end: a width goes on from the furthest end before it.
    private static List<Rational?> EndsOf(PriceModel.HoursUse hours, Rational demand)
    {
        var (ends, furthest) = (new List<Rational?>(), (Rational)0);
        foreach (var block in hours.Blocks)
        {
            if (block.UpTo is null)
            {
                ends.Add(null);
                continue;
            }
            var counted = demand > block.Over ? demand - block.Over : 0;
            var units = block.Plus + (counted * block.UpTo.Value);
            units = block.Least is { } least && units < least ? least : units;
            units = block.Most is { } most && units > most ? most : units;
            var end = block.IsWidth ? furthest + units : units;
            ends.Add(end);
            furthest = end > furthest ? end : furthest;
        }
        return ends;
    }

    private static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);

    internal sealed record Step(Rational? Until, Rational Price, Rational Fee, string? Tier);

    internal readonly record struct Part(Rational Quantity, Rational Price, string? Tier);
}
