using BillingActors.Domain.Rating.Conversions;
using BillingActors.Domain.Rating.Metered;
using BillingActors.Domain.Tariffs;

namespace BillingActors.Domain.Rating.Prices;

/// <summary>Finds the use in the hours of called events, and what it was below a baseline.</summary>
internal sealed class CriticalPeakRating(PieceDraft piece, Charge.Usage charge)
{
    /// <summary>The use by period with that of events last; null after a reason was added.</summary>
    public UsedQuantity? QuantitiesOf(PriceModel.CriticalPeak price, LineDraft line, TimeOfUseCalendar? calendar)
    {
        var use = new ConvertedUse(piece.Settings, piece.Quantities);
        if (piece.Request.Determinants is not null)
        {
            var names = EventCut.NamesOf(calendar);
            return use.Of(charge, line.Days, names) is { } given
                ? given with { ByPeriod = InOrder(given.ByPeriod, names, calendar) }
                : null;
        }
        if (use.Stretches(charge, line.Days) is not { } stretches
            || use.Of(charge, line.Days, calendar) is not { } used)
        {
            return null;
        }
        var quantities = new decimal[(calendar?.Periods.Length ?? 1) + 1];
        CutOf(price.Events).ForEachStretch(line.Days, calendar, (period, from, until) =>
            quantities[period] += stretches.Between(from, until));
        return used with { ByPeriod = quantities };
    }

    /// <summary>Adds one line for each event with a baseline that the use stayed below.</summary>
    public void AddRebates(PriceModel.PeakRebate price, LineDraft line)
    {
        if (new ConvertedUse(piece.Settings, piece.Quantities).Stretches(charge, line.Days) is not { } stretches)
            return;
        foreach (var (called, from, until) in CutOf(price.Events).SpansIn(line.Days))
        {
            if (called.Baseline is not { } baseline)
                continue;
            var used = stretches.Between(from, until);
            var saved = decimal.Max(0m, baseline - used);
            if (saved == 0m)
                continue;
            var reference = $"{called.Day:uuuu-MM-dd} baseline {Exact.Text(baseline)}, used {Exact.Text(used)}";
            var source = new LineSource("events", reference, "");
            var part = new PricedPart(saved, -price.Price, null, EventCut.Name);
            piece.Lines.Add(line.Of(part, charge.Meter.Unit, saved * -price.Price, source));
        }
    }

    private EventCut CutOf(string list) =>
        new(piece.Quantities.Clock, CalledEvents.Of(piece.Version, piece.Settings, list));

    // Determinants come in the order of the names; events go last.
    private static decimal[] InOrder(decimal[] given, TimeOfUseCalendar names, TimeOfUseCalendar? calendar)
    {
        var inner = calendar?.Periods ?? ["other"];
        return
        [
            .. inner.Select(name => given[names.Periods.IndexOf(name)]),
            given[names.Periods.IndexOf(EventCut.Name)],
        ];
    }
}
