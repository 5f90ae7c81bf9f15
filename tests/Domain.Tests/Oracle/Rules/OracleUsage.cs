using BillingActors.Domain.Metering;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Prices;
using BillingActors.Domain.Tests.Oracle.Rules.Clocks;

namespace BillingActors.Domain.Tests.Oracle.Rules;

/// <summary>Prices per unit used, by steps and periods.</summary>
internal sealed class OracleUsage(OraclePiece piece, Charge.Usage charge)
{
    private static readonly Rational _micro = new(1, 1_000_000);

    private readonly OracleContext _context = piece.Context;
    private readonly int _sign = charge.Meter.Direction == Direction.Export ? -1 : 1;

    public void Add(DaySpan days)
    {
        if (charge.Price is PriceModel.Excess excess)
        {
            AddExcess(excess, days);
            return;
        }
        if (charge.Price is PriceModel.PerWindow window)
        {
            new OracleWindows(piece, charge, window).Add(days);
            return;
        }
        var isYearly = charge.Netted is null && Inner(charge.Price).OfType<PriceModel.Tiers>()
            .Any(tiers => tiers.Per == ChargePer.Year);
        foreach (var part in isYearly ? days.Runs(static _ => true).SelectMany(Years) : [days])
            AddPart(part);
    }

    /// <summary>What channels of a direction used, by period of a plan, from determinants or intervals.</summary>
    public static Rational[] Use(OraclePiece piece, UseOf use, DaySpan days, HourPlan? plan)
    {
        var sums = new Rational[plan?.Names.Count ?? 1];
        if (piece.Context.Request.Determinants is { } given)
        {
            foreach (var period in given.Periods)
                AddGiven(period, use.Code, days, plan, sums);
            return sums;
        }
        var counts = new long[sums.Length];
        foreach (var channel in piece.Context.Meter.ChannelsOf(use.Direction, use.Channels))
        {
            foreach (var (reading, period) in piece.Context.Meter.Of(channel, days, plan))
                counts[period] += reading.Value;
        }
        return [.. counts.Select(static count => count * _micro)];
    }

    // Hours of a period are compared with the same hours of the other charge.
    private void AddExcess(PriceModel.Excess price, DaySpan days)
    {
        var other = piece.Version.Charges.OfType<Charge.Usage>().First(one => one.Head.Code == price.Over);
        var plan = piece.PlanOf(price.Calendar);
        var own = Use(piece, new UseOf(charge.Head.Code, charge.Meter.Direction, charge.Meter.Channels), days, plan);
        var real = Use(piece, new UseOf(price.Over, other.Meter.Direction, other.Meter.Channels), days, plan);
        var isInclusive = _context.Word("tier-limit", "inclusive") == "inclusive";
        var parts = new List<PricedPart>();
        for (var i = 0; i < own.Length; i++)
        {
            var (name, base0) = (plan?.Names[i], Rational.Max(0, real[i]));
            if (!price.Periods.IsEmpty && !price.Periods.Contains(name!))
                continue;
            var excess = _context.ToStep("excess", Rational.Max(0, own[i] - (base0 * price.Percent / 100)));
            for (var band = 0; band < price.Bands.Length; band++)
            {
                var (limit, number) = (price.Bands[band].UpTo, $"{band + 1}");
                var inside = limit is { } percent
                    ? Rational.Max(0, Rational.Min(excess, (percent - price.Percent) * base0 / 100))
                    : excess;
                var before = band == 0
                    ? 0
                    : Rational.Min(excess, (price.Bands[band - 1].UpTo!.Value - price.Percent) * base0 / 100);
                var isReached = limit is not { } most
                    || (isInclusive ? own[i] * 100 <= most * base0 : own[i] * 100 < most * base0);
                if (price.Mode == TierMode.Graduated)
                    parts.Add(new PricedPart(inside - before, price.Bands[band].Price, number, name));
                else if (isReached)
                {
                    parts.Add(new PricedPart(excess, price.Bands[band].Price, number, name));
                    break;
                }
            }
        }
        var used = parts.Where(static part => !part.Quantity.IsZero).ToList();
        foreach (var part in used.Count > 0 ? used : parts.Take(1))
            piece.Add(charge.Head, days, part.Quantity, _sign * part.Quantity * part.Price, part.Tier, part.Period);
    }

    private static void AddGiven(
        Domain.Rating.DeterminantPeriod period, string code, DaySpan days, HourPlan? plan, Rational[] sums)
    {
        var whole = DaySpan.Of(period.Days);
        var (from, until) = (Math.Max(whole.From, days.From), Math.Min(whole.Until, days.Until));
        if (from >= until)
            return;
        var quantity = period.Quantities[code];
        for (var i = 0; i < sums.Length; i++)
        {
            Rational total = plan is null
                ? quantity.Whole ?? quantity.ByPeriod.Values.Sum()
                : quantity.ByPeriod.GetValueOrDefault(plan.Names[i]);
            sums[i] += Until(until) - Until(from);

            Rational Until(int day) =>
                (total * (day - whole.From) / whole.Count).Round(OracleParts.CutDecimals);
        }
    }

    private IEnumerable<DaySpan> Years(DaySpan days) => days.Runs(static _ => true)
        .SelectMany(run => Enumerable.Range(run.From, run.Count).GroupBy(YearOf))
        .Select(static year => new DaySpan(year.Min(), year.Max() + 1));

    // First day of the year that the day belongs to.
    private int YearOf(int day)
    {
        var text = _context.Word("year-start", "01-01");
        var (month, first) = (int.Parse(text[^5..^3], null), int.Parse(text[^2..], null));
        var date = DateOnly.FromDayNumber(day);
        var start = new DateOnly(date.Year, month, first);
        return (start <= date ? start : start.AddYears(-1)).DayNumber;
    }

    private void AddPart(DaySpan days)
    {
        var timeOfUse = charge.Price as PriceModel.TimeOfUse;
        var plan = piece.PlanOf(timeOfUse?.Calendar);
        var quantities = QuantitiesOf(days, plan);
        var parts = timeOfUse is null
            ? Priced(charge.Price, quantities[0], days, null)
            : (Counting(timeOfUse) switch
            {
                TierCounting.OfPeriod => timeOfUse.Prices.SelectMany(price =>
                    Priced(price.Price, quantities[plan!.Names.IndexOf(price.Period)], days, price.Period)),
                TierCounting.OfWholeInOrder => InOrder(timeOfUse, days, plan!),
                _ => ProRata(timeOfUse, quantities, days, plan!),
            }).ToList();
        var used = parts.Where(static part => !part.Quantity.IsZero).ToList();
        foreach (var part in used.Count > 0 ? used : parts.Take(1))
        {
            piece.Add(charge.Head, days, part.Quantity, _sign * part.Quantity * part.Price, part.Tier, part.Period);
        }
    }

    private Rational[] QuantitiesOf(DaySpan days, HourPlan? plan)
    {
        if (charge is { Netted: null, Conversion: { } conversion })
            return new OracleConversion(piece, charge, conversion).Use(days, plan);
        if (charge.Netted is not { } code)
            return Use(piece, new UseOf(charge.Head.Code, charge.Meter.Direction, charge.Meter.Channels), days, plan);
        var (import, export) = piece.Netted[(code, days)];
        var net = _sign < 0 ? export : import;
        return plan is null ? [Rational.Sum(net)] : net;
    }

    private TierCounting Counting(PriceModel.TimeOfUse price) => price.Counting != TierCounting.OfWhole
        ? price.Counting ?? TierCounting.OfPeriod
        : _context.Word("tier-split", "pro-rata") == "pro-rata"
            ? TierCounting.OfWholeProRata
            : TierCounting.OfWholeInOrder;

    private OracleSteps StepsOf(PriceModel price, DaySpan days) => OracleSteps.Of(_context, price, days, DemandOf);

    private Rational DemandOf(PriceModel.HoursUse hours) => hours.Demand switch
    {
        { Fixed: { } given } => given,
        { Option: { } option } => _context.Number(option)!.Value,
        { Charge: var code } => _context.BilledBy(code!) ?? throw new OracleHeldException("option-missing"),
    };

    private List<PricedPart> Priced(PriceModel price, Rational quantity, DaySpan days, string? period)
    {
        var steps = StepsOf(price, days);
        var start = CountOn(price, quantity, days, period);
        return
        [
            .. steps.PartsOf(quantity, start)
                .Select(part => new PricedPart(part.Quantity, part.Price, part.Tier, period)),
            .. steps.FeesOf(quantity, start).Select(fee => new PricedPart(1, fee.Fee, fee.Tier, period)),
        ];
    }

    // Each period has its share of each part of the whole; the last part takes what the cut left.
    private IEnumerable<PricedPart> ProRata(
        PriceModel.TimeOfUse price, Rational[] quantities, DaySpan days, HourPlan plan)
    {
        var whole = Rational.Sum(quantities);
        var start = CountOn(CountingPrice(price), whole, days, null);
        foreach (var (period, model) in price.Prices)
        {
            var (steps, own) = (StepsOf(model, days), quantities[plan.Names.IndexOf(period)]);
            if (own.IsZero)
            {
                yield return new PricedPart(0, steps.First.Price, steps.First.Tier, period);
                continue;
            }
            var (left, parts) = (own, steps.PartsOf(whole, start).ToList());
            for (var i = 0; i < parts.Count; i++)
            {
                var share = i == parts.Count - 1
                    ? left
                    : (parts[i].Quantity * own / whole).Round(OracleParts.CutDecimals);
                left -= share;
                yield return new PricedPart(share, parts[i].Price, parts[i].Tier, period);
            }
        }
        foreach (var (fee, tier) in StepsOf(price.Prices[0].Price, days).FeesOf(whole, start))
            yield return new PricedPart(1, fee, tier, null);
    }

    // Interval by interval in the order of time, all channels of a moment together.
    private IEnumerable<PricedPart> InOrder(PriceModel.TimeOfUse price, DaySpan days, HourPlan plan)
    {
        var readings = _context.Meter.ChannelsOf(charge.Meter.Direction, charge.Meter.Channels)
            .SelectMany(channel => _context.Meter.Of(channel, days, plan))
            .OrderBy(static one => one.Reading.At).ToList();
        var conversion = charge.Conversion is { } given ? new OracleConversion(piece, charge, given) : null;
        var counting = CountingPrice(price);
        var all = Rational.Sum(readings.Select(one => Billed(one.Reading)));
        var start = CountOn(counting, conversion?.Rounded(all) ?? all, days, null);
        var models = price.Prices.ToDictionary(one => plan.Names.IndexOf(one.Period), one => StepsOf(one.Price, days));
        var sums = new Dictionary<(int Period, string? Tier), PricedPart>();
        var (at, run, runOf) = (start, (Rational)0, -1);
        var passed = (Rational)0;
        foreach (var (period, value) in readings
            .Select(one => (one.Period, Billed(one.Reading))).Append((-1, (Rational)0)))
        {
            if (period != runOf && runOf >= 0)
                Close();
            (run, runOf) = (run + value, period);
        }
        foreach (var sum in sums.OrderBy(static sum => sum.Key.Period)
            .ThenBy(static sum => sum.Key.Tier, StringComparer.Ordinal))
        {
            yield return sum.Value;
        }
        foreach (var (fee, tier) in StepsOf(price.Prices[0].Price, days).FeesOf(at - start, start))
            yield return new PricedPart(1, fee, tier, null);

        void Close()
        {
            // Where the sum is rounded, each run has what it adds to that.
            var quantity = conversion is null
                ? run
                : conversion.Rounded(passed + run) - conversion.Rounded(passed);
            passed += run;
            foreach (var part in models[runOf].PartsOf(quantity, at))
            {
                var before = sums.TryGetValue((runOf, part.Tier), out var known) ? known.Quantity : 0;
                sums[(runOf, part.Tier)] =
                    new PricedPart(before + part.Quantity, part.Price, part.Tier, plan.Names[runOf]);
            }
            (at, run) = (at + quantity, 0);
        }

        Rational Billed(OracleMeter.Reading reading) => conversion?.Billed(reading) ?? reading.Value * _micro;
    }

    // What was counted before, and the quantity counted for those that come after.
    private Rational CountOn(PriceModel price, Rational quantity, DaySpan days, string? period)
    {
        if (price is not PriceModel.Tiers tiers)
            return 0;
        if (tiers.Per is ChargePer.Year or ChargePer.Life)
        {
            var since = tiers.Per == ChargePer.Life ? int.MinValue : YearOf(days.From);
            var key = (tiers.CountedWith ?? charge.Head.Code, period ?? "", since);
            var count = _context.State.Counters.GetValueOrDefault(key);
            _context.State.Counters[key] = count + quantity;
            return count;
        }
        if (tiers.CountedWith is not { } group)
            return 0;
        var before = piece.Groups.GetValueOrDefault((group, period ?? ""));
        piece.Groups[(group, period ?? "")] = before + quantity;
        return before;
    }

    private static PriceModel CountingPrice(PriceModel.TimeOfUse price) =>
        price.Prices.Select(static one => one.Price).FirstOrDefault(static one => one is PriceModel.Tiers)
        ?? price.Prices[0].Price;

    private static IEnumerable<PriceModel> Inner(PriceModel price) =>
        price is PriceModel.TimeOfUse timeOfUse ? timeOfUse.Prices.Select(static one => one.Price) : [price];

    /// <summary>Whose use, which way and of which channels.</summary>
    internal readonly record struct UseOf(string Code, Direction Direction, IReadOnlyCollection<string> Channels);

    private readonly record struct PricedPart(Rational Quantity, Rational Price, string? Tier, string? Period);
}
