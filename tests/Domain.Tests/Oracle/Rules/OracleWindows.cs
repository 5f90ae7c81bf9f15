using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Prices;
using BillingActors.Domain.Tests.Oracle.Rules.Clocks;

namespace BillingActors.Domain.Tests.Oracle.Rules;

/// <summary>Windows of metered use that are priced each by itself: hours by readings, others by days.</summary>
internal sealed class OracleWindows(OraclePiece piece, Charge.Usage charge, PriceModel.PerWindow price)
{
    private static readonly Rational _micro = new(1, 1_000_000);

    private readonly OracleContext _context = piece.Context;

    public void Add(DaySpan days)
    {
        var timeOfUse = price.Price as PriceModel.TimeOfUse;
        var plan = piece.PlanOf(timeOfUse?.Calendar);
        var models = timeOfUse is null
            ? [(Index: 0, Period: (string?)null, Steps: StepsOf(price.Price))]
            : timeOfUse.Prices.Select(one => (
                Index: plan!.Names.IndexOf(one.Period), Period: (string?)one.Period, Steps: StepsOf(one.Price)))
                .ToList();
        var sums = new Dictionary<(int Model, bool IsFee, string? Tier), (Rational Quantity, Rational Price)>();
        var (least, most) = (Rational.Zero, Rational.Zero);
        foreach (var window in price.Window == PriceWindow.Hour ? Hours(days, plan) : Days(days, plan))
        {
            var cost = Rational.Zero;
            for (var i = 0; i < models.Count; i++)
            {
                var quantity = window[models[i].Index];
                foreach (var part in models[i].Steps.PartsOf(quantity, 0))
                    Count((i, false, part.Tier), part.Quantity, part.Price);
                foreach (var (fee, tier) in models[i].Steps.FeesOf(quantity, 0))
                    Count((i, true, tier), 1, fee);
            }
            if (price.Least is { } lowest)
                least += Rational.Max(0, lowest - cost);
            if (price.Most is { } highest)
                most += Rational.Min(0, highest - cost);

            void Count((int, bool, string?) key, Rational quantity, Rational each)
            {
                cost += quantity * each;
                sums[key] = (sums.GetValueOrDefault(key).Quantity + quantity, each);
            }
        }
        var lines = sums.OrderBy(static sum => sum.Key.Model).ThenBy(static sum => sum.Key.IsFee)
            .ThenBy(static sum => sum.Key.Tier, StringComparer.Ordinal)
            .Select(sum => (sum.Value.Quantity, sum.Value.Price, sum.Key.Tier, models[sum.Key.Model].Period)).ToList();
        if (!least.IsZero)
            lines.Add((1, least, "minimum", null));
        if (!most.IsZero)
            lines.Add((1, most, "maximum", null));
        var used = lines.Where(static line => !line.Quantity.IsZero).ToList();
        if (used.Count == 0)
            used = [(0, 0, models[0].Steps.First.Tier, models[0].Period)];
        foreach (var (quantity, each, tier, period) in used)
            piece.Add(charge.Head, days, quantity, quantity * each, tier, period);
    }

    private OracleSteps StepsOf(PriceModel model) =>
        OracleSteps.Of(_context, model, null, static _ => throw new InvalidOperationException());

    private IEnumerable<Rational[]> Days(DaySpan days, HourPlan? plan)
    {
        var use = new OracleUsage.UseOf(charge.Head.Code, charge.Meter.Direction, charge.Meter.Channels);
        foreach (var window in Enumerable.Range(days.From, days.Count).GroupBy(KeyOf))
        {
            var span = new DaySpan(window.First(), window.Last() + 1);
            yield return Conversion?.Use(span, plan) ?? OracleUsage.Use(piece, use, span, plan);
        }
    }

    private (int, int) KeyOf(int day)
    {
        var date = DateOnly.FromDayNumber(day);
        return price.Window switch
        {
            // The first day of all was a Monday.
            PriceWindow.Week => (day / 7, 0),
            PriceWindow.Month => (date.Year, date.Month),
            _ => (day, 0),
        };
    }

    private OracleConversion? Conversion =>
        charge.Conversion is { } conversion ? new OracleConversion(piece, charge, conversion) : null;

    // Where a converted sum is rounded, each reading has what it adds to it.
    private IEnumerable<Rational[]> Hours(DaySpan days, HourPlan? plan)
    {
        var (conversion, passed) = (Conversion, Rational.Zero);
        var readings = _context.Meter.ChannelsOf(charge.Meter.Direction, charge.Meter.Channels)
            .SelectMany(channel => _context.Meter.Of(channel, days, plan))
            .OrderBy(static one => one.Item1.At).ToList();
        for (var day = days.From; day < days.Until; day++)
        {
            var (start, end) = (_context.Zone.StartOf(day), _context.Zone.StartOf(day + 1));
            for (var at = start; at < end; at += 60)
            {
                var sums = new Rational[plan?.Names.Count ?? 1];
                foreach (var (reading, period) in readings)
                {
                    if (reading.At < at || reading.At >= Math.Min(at + 60, end))
                        continue;
                    var value = conversion?.Billed(reading) ?? reading.Value * _micro;
                    sums[period] += conversion is null
                        ? value
                        : conversion.Rounded(passed + value) - conversion.Rounded(passed);
                    passed += value;
                }
                yield return sums;
            }
        }
    }
}
