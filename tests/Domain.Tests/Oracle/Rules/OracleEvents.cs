using BillingActors.Domain.Rating.Events;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Events;
using BillingActors.Domain.Tariffs.Prices;
using BillingActors.Domain.Tariffs.QuantityPrices;
using BillingActors.Domain.Tests.Oracle.Rules.Clocks;

namespace BillingActors.Domain.Tests.Oracle.Rules;

/// <summary>Usage reported as events: counted, weighted, grouped, and priced by the period or one by one.</summary>
internal sealed class OracleEvents(OraclePiece piece, EventCharge charge)
{
    private readonly OracleContext _context = piece.Context;

    public void Add(DaySpan days)
    {
        var (from, until) = (_context.Zone.StartOf(days.From) * 60, _context.Zone.StartOf(days.Until) * 60);
        var events = _context.Request.Events.Where(Counts).Where(one => SecondOf(one) < until)
            .OrderBy(static one => one.At).ThenBy(static one => one.Id, StringComparer.Ordinal).ToList();
        var isLevel = charge.Aggregation
            is EventAggregation.WeightedSum or EventAggregation.ProratedSum or EventAggregation.RunningSum;
        var groups = events.GroupBy(KeyOf).OrderBy(static group => group.Key.Order, StringComparer.Ordinal)
            .Select(group => (group.Key.Label, group.Key.Price, Events: group.ToList()))
            .Where(group => isLevel || group.Events.Exists(one => SecondOf(one) >= from)).ToList();
        if (groups.Count == 0 && charge.Price is not MatrixPrice && charge.GroupBy.IsEmpty)
            groups.Add((null, charge.Price, []));
        foreach (var (label, price, all) in groups)
        {
            var inside = all.Where(one => SecondOf(one) >= from).ToList();
            var earlier = isLevel ? Rational.Sum(all.Where(one => SecondOf(one) < from).Select(ValueOf)) : 0;
            if (price is PercentagePrice percentage)
                AddPercentage((label, percentage), inside, days);
            else if (charge.Billing == EventBilling.PerEvent)
                AddEach((label, price), inside, days);
            else if (price is PriceModel.PerWindow window)
                AddWindows((label, window), inside, days);
            else if (price is PriceModel.Tiers { Per: ChargePer.Life })
                AddGrowth((label, price), Rational.Sum(inside.Select(ValueOf)), earlier, days);
            else
                AddPeriod((label, price), Quantity(inside, (from, until), (earlier, days)), days);
        }
    }

    private static long SecondOf(UsageEvent one) => one.At.ToUnixTimeSeconds();

    private bool Counts(UsageEvent one) => (charge.Event is null || one.Name == charge.Event)
        && charge.Filters.All(filter => filter.Values.Contains(one.Text(filter.Property)) != filter.IsExcluding);

    private (string Order, string? Label, PriceModel Price) KeyOf(UsageEvent one)
    {
        var label = charge.GroupBy.IsEmpty ? null : string.Join('/', charge.GroupBy.Select(name => Text(one, name)));
        if (charge.Price is not MatrixPrice matrix)
            return (label ?? "", label, charge.Price);
        for (var i = 0; i < matrix.Rows.Length; i++)
        {
            var (values, ranges) = (matrix.Rows[i].Values, matrix.Rows[i].Ranges);
            var fits = values.Select((value, at) => value == "*" || value == one.Text(matrix.Dimensions[at]));
            if (!fits.All(static fit => fit) || !ranges.All(range => IsIn(range, one.Number(range.Dimension))))
                continue;
            var name = string.Join('/', values.Select((value, at) =>
                ranges.FirstOrDefault(range => range.Dimension == matrix.Dimensions[at]) is { } range
                    ? FormattableString.Invariant($"{range.From}..{range.Below}")
                    : value));
            return ($"{label} {i:D6}", label is null ? name : $"{label} {name}", matrix.Rows[i].Price);
        }
        return ($"{label} ~", label is null ? "other" : $"{label} other", matrix.Otherwise!);
    }

    // Its period is a property of an event, where the charge has a calendar.
    private string Text(UsageEvent one, string name)
    {
        if (name != "period" || piece.PlanOf(charge.Calendar) is not { } plan)
            return one.Text(name);
        var (day, minute) = _context.Zone.LocalAt((long)Math.Floor(SecondOf(one) / 60m));
        return plan.Names[plan.MinutesOf(day)[minute]];
    }

    private static bool IsIn(MatrixRange range, decimal? number) => number is { } known
        && (range.From is not { } from || from <= known) && (range.Below is not { } below || known < below);

    private Rational ValueOf(UsageEvent one) => charge is { Aggregation: EventAggregation.Count, Field: "quantity" }
        ? 1
        : one.Number(charge.Field)!.Value;

    private Rational Quantity(
        List<UsageEvent> events, (long From, long Until) span, (Rational Level, DaySpan Days) before)
    {
        switch (charge.Aggregation)
        {
            case EventAggregation.Count:
                return events.Count;
            case EventAggregation.Max:
                return events.Count == 0 ? 0 : events.Max(ValueOf);
            case EventAggregation.Latest:
                return events.Count == 0 ? 0 : ValueOf(events[^1]);
            case EventAggregation.Unique:
                return events.Select(one => one.Text(charge.Field)).Where(static text => text.Length > 0)
                    .Distinct().Count();
            case EventAggregation.ProratedSum:
                return before.Level + Rational.Sum(events.Select(one => DaysLeft(one, before.Days)));
            case EventAggregation.WeightedSum:
                // Each change of the level counts for what is left of the period.
                var sum = before.Level * (span.Until - span.From);
                foreach (var one in events)
                    sum += ValueOf(one) * (span.Until - SecondOf(one));
                return (sum / (span.Until - span.From)).Round(12);
            default:
                return Rational.Sum(events.Select(ValueOf));
        }
    }

    private Rational DaysLeft(UsageEvent one, DaySpan days)
    {
        var day = _context.Zone.LocalAt((long)Math.Floor(SecondOf(one) / 60m)).Day;
        return (ValueOf(one) * (days.Until - day) / days.Count).Round(12);
    }

    private void AddPeriod((string? Label, PriceModel Price) group, Rational quantity, DaySpan days)
    {
        foreach (var (part, amount, tier) in OracleQuantities.PartsOf(_context, group.Price, quantity))
            Add(days, part, amount, group.Label, tier);
    }

    // Windows by the local time of their events; what each costs adds up by step.
    private void AddWindows((string? Label, PriceModel.PerWindow Price) group, List<UsageEvent> events, DaySpan days)
    {
        var sums = new List<(Rational Quantity, Rational Amount, string? Tier)>
        {
            (0, 0, OracleQuantities.PartsOf(_context, group.Price.Price, 0)[0].Tier),
        };
        foreach (var window in events.GroupBy(one => WindowOf(one, group.Price.Window)))
        {
            var quantity = Quantity([.. window], (0, 1), (0, days));
            var parts = OracleQuantities.PartsOf(_context, group.Price.Price, quantity);
            sums.AddRange(parts);
            var cost = Rational.Sum(parts.Select(static part => part.Amount));
            if (group.Price.Least is { } least && cost < least)
                sums.Add((1, least - cost, "minimum"));
            else if (group.Price.Most is { } most && cost > most)
                sums.Add((1, most - cost, "maximum"));
        }
        var lines = sums.GroupBy(static part => part.Tier).Select(static tier => (
                Quantity: Rational.Sum(tier.Select(static part => part.Quantity)),
                Amount: Rational.Sum(tier.Select(static part => part.Amount)), Tier: tier.Key)).ToList();
        var used = lines.Where(static line => !line.Quantity.IsZero).OrderBy(static line => line.Tier?.Length)
            .ThenBy(static line => line.Tier, StringComparer.Ordinal).ToList();
        foreach (var (quantity, amount, tier) in used.Count > 0 ? used : [(0, 0, lines[0].Tier)])
            Add(days, quantity, amount, group.Label, tier);
    }

    private (int, long) WindowOf(UsageEvent one, PriceWindow window)
    {
        var day = _context.Zone.LocalAt((long)Math.Floor(SecondOf(one) / 60m)).Day;
        var date = DateOnly.FromDayNumber(day);
        return window switch
        {
            PriceWindow.Hour => (day, (SecondOf(one) - (_context.Zone.StartOf(day) * 60)) / 3600),
            // The first day of all was a Monday.
            PriceWindow.Week => (day / 7, 0),
            PriceWindow.Month => (date.Year, date.Month),
            _ => (day, 0),
        };
    }

    private void AddGrowth((string? Label, PriceModel Price) group, Rational growth, Rational before, DaySpan days)
    {
        var steps = OracleSteps.Of(_context, group.Price, null, static _ => throw new InvalidOperationException());
        var parts = steps.PartsOf(growth, before)
            .Select(static part => (part.Quantity, Amount: part.Quantity * part.Price, part.Tier))
            .Concat(steps.FeesOf(growth, before).Select(static fee => ((Rational)1, Amount: fee.Fee, fee.Tier)))
            .ToList();
        var used = parts.Where(static part => !part.Item1.IsZero).ToList();
        foreach (var (quantity, amount, tier) in used.Count > 0 ? used : parts[..1])
            Add(days, quantity, amount, group.Label, tier);
    }

    private void AddEach((string? Label, PriceModel Price) group, List<UsageEvent> events, DaySpan days)
    {
        var (total, cost) = (Rational.Zero, Rational.Zero);
        foreach (var one in events)
        {
            total += ValueOf(one);
            var amount = Rational.Sum(
                OracleQuantities.PartsOf(_context, group.Price, total).Select(static part => part.Amount));
            Add(days, ValueOf(one), amount - cost, group.Label is null ? one.Id : $"{group.Label}: {one.Id}", null);
            cost = amount;
        }
    }

    private void AddPercentage((string? Label, PercentagePrice Price) group, List<UsageEvent> events, DaySpan days)
    {
        var (label, price) = group;
        var isNothing = Rational.Sum(events.Select(ValueOf)).IsZero;
        var freeLeft = price.FreeAmount is > 0m and var given ? (Rational?)given : null;
        var eventsLeft = price.FreeEvents is > 0 and var count ? count : (int?)null;
        var isFree = freeLeft is not null || eventsLeft is not null;
        var (paid, number, bounds) = (Rational.Zero, 0, Rational.Zero);
        foreach (var one in isNothing ? [] : events)
        {
            var amount = ValueOf(one);
            var cost = Rational.Zero;
            if (isFree && eventsLeft != 0 && (freeLeft is null || freeLeft > amount))
            {
                eventsLeft--;
                freeLeft -= amount;
            }
            else
            {
                var billed = isFree && eventsLeft != 0 ? amount - freeLeft!.Value : amount;
                isFree = false;
                var exact = (billed * price.Percent / 100) + price.Fixed;
                cost = price.Least is { } least ? Rational.Max(exact, least) : exact;
                cost = price.Most is { } most ? Rational.Min(cost, most) : cost;
                (paid, number, bounds) = (paid + billed, number + 1, bounds + cost - exact);
            }
            if (charge.Billing == EventBilling.PerEvent)
                Add(days, 1, cost, label is null ? one.Id : $"{label}: {one.Id}", null);
        }
        if (charge.Billing == EventBilling.PerEvent)
            return;
        Add(days, paid, paid * price.Percent / 100, label, null);
        if (price.Fixed != 0m && number > 0)
            Add(days, number, number * (Rational)price.Fixed, label, "fixed");
        if (!bounds.IsZero)
            Add(days, 1, bounds, label, "bounds");
    }

    private void Add(DaySpan days, Rational quantity, Rational amount, string? label, string? tier)
    {
        var named = label is null ? tier : tier is null ? label : $"{label}: {tier}";
        piece.Add(charge.Head, days, quantity, amount, named);
    }
}
