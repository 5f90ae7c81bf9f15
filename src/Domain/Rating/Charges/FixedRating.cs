using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Settings;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Charges;

/// <summary>Rates a price per day, month, year or bill, times a number of items.</summary>
internal readonly struct FixedRating(PieceDraft piece)
{
    public void Add(Charge.Fixed charge, LineDraft line)
    {
        if (PricedDays(charge, line.Days) is not { } days)
            return;
        line = line.On(days);
        if (!IsUsed(charge) || piece.TimesOf(charge.Times, charge.Head.Code) is not { } times)
            return;
        var proration = ProrationOf(charge, line);
        if (proration is not { } share)
            return;
        var unit = charge.Per switch
        {
            ChargePer.Day => "day",
            ChargePer.Month => "month",
            ChargePer.Year => "year",
            _ => "bill",
        };
        var isOfUse = piece.IsOfUse(charge.Times, charge.Per);
        var part = isOfUse ? 1m : share.Quantity(charge.Per);
        var quantity = part;
        var source = new LineSource("days", line.Days.ToString(), "");
        if (charge.Times is { } factor)
        {
            quantity = Exact.Normalised(times * quantity);
            unit = $"{factor.Unit}-{unit}";
            source = source with
            {
                Reference = $"{line.Days}; {Exact.Text(times)} {factor.Unit}",
                PeriodShare = part,
            };
        }
        piece.Lines.Add(line.Of(
            new PricedPart(quantity, charge.Price, null, null),
            unit,
            isOfUse ? charge.Price * times : share.AmountOf(charge.Price * times, charge.Per),
            source));
    }

    private bool IsUsed(Charge.Fixed charge) => charge.OnlyIfUsed.IsEmpty
        || piece.LinesOf(new ChargeSelection(charge.OnlyIfUsed, [])).Any(static used => used.Quantity != 0m);

    // Null: a first or last part that is free.
    private Proration? ProrationOf(Charge.Fixed charge, LineDraft line)
    {
        var (service, cycle) = (piece.Request.Service, piece.Request.Cycle);
        var proration = Proration.Of(piece.Request, line.Days);
        if (charge.Per != ChargePer.Month || service == cycle)
            return proration;
        var first = service.From > cycle.From ? piece.Settings.Of(MeteredSettings.FirstPart) : FirstPart.Prorated;
        var last = service.Until < cycle.Until ? piece.Settings.Of(MeteredSettings.LastPart) : LastPart.Prorated;
        return (first, last) switch
        {
            (FirstPart.Whole, _) => proration with { Rule = FixedProration.Whole },
            (FirstPart.Free, _) or (_, LastPart.Free) => null,
            (_, LastPart.Whole) => Proration.UntilEnd(piece.Request, line.Days),
            _ => proration,
        };
    }

    // The days that the price of some days is for; null: another price is for them.
    private Period? PricedDays(Charge.Fixed charge, Period days)
    {
        var rule = piece.Settings.Of(MeteredSettings.InsideChange);
        if (rule == InsideChange.ByDays || charge.Per != ChargePer.Month || !charge.Head.Yearly.IsEmpty)
            return days;
        var (from, until) = (days.From, days.Until);
        foreach (var other in piece.Request.Tariff.VersionsIn(piece.Request.Service))
        {
            foreach (var priced in other.Version?.Charges ?? [])
            {
                if (priced.Head.Code != charge.Head.Code)
                    continue;
                foreach (var run in priced.DaysIn(other.Period))
                    (from, until) = (LocalDate.Min(from, run.From), LocalDate.Max(until, run.Until));
            }
        }
        var isPriced = rule == InsideChange.PriceBefore ? from == days.From : until == days.Until;
        return isPriced ? new Period(from, until) : null;
    }
}
