using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Settings;

namespace BillingActors.Domain.Rating.Charges;

/// <summary>Rates a price per day, month, year or bill, times a number of items.</summary>
internal readonly struct FixedRating(PieceDraft piece)
{
    public void Add(Charge.Fixed charge, LineDraft line)
    {
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
        var quantity = share.Quantity(charge.Per);
        var source = new LineSource("days", line.Days.ToString(), "");
        if (charge.Times is { } factor)
        {
            quantity = Exact.Normalised(times * quantity);
            unit = $"{factor.Unit}-{unit}";
            source = source with
            {
                Reference = $"{line.Days}; {Exact.Text(times)} {factor.Unit}",
                PeriodShare = share.Quantity(charge.Per),
            };
        }
        piece.Lines.Add(line.Of(
            new PricedPart(quantity, charge.Price, null, null),
            unit,
            share.AmountOf(charge.Price * times, charge.Per),
            source));
    }

    private bool IsUsed(Charge.Fixed charge) => charge.OnlyIfUsed.IsEmpty
        || piece.LinesOf(new ChargeSelection(charge.OnlyIfUsed, [])).Any(static used => used.Quantity != 0m);

    // Null: a first part that is free.
    private Proration? ProrationOf(Charge.Fixed charge, LineDraft line)
    {
        var proration = Proration.Of(piece.Request, line.Days);
        var isFirstPart = piece.Request.Service.From > piece.Request.Cycle.From;
        if (charge.Per != ChargePer.Month || !isFirstPart)
            return proration;
        return piece.Settings.Of(MeteredSettings.FirstPart) switch
        {
            FirstPart.Whole => proration with { Rule = FixedProration.Whole },
            FirstPart.Free => null,
            _ => proration,
        };
    }
}
