using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Metered;
using BillingActors.Domain.Tariffs.Settings;

namespace BillingActors.Domain.Rating.Charges;

/// <summary>Rates a percentage of the charges before it, within its bounds.</summary>
internal sealed class PercentageRating(PieceDraft piece)
{
    public void Add(Charge.Percentage charge, LineDraft line)
    {
        var counts = charge.Counts ?? piece.Settings.Of(MeteredSettings.PercentageBase);
        var sum = piece.SumOf(charge.Base, line.Days, Counted);
        var share = charge.Percent / 100m;
        var exact = sum * charge.Percent / 100m;
        var proration = Proration.Of(piece.Request, line.Days);
        var bounded = Bounded(exact, charge, proration);
        var source = new LineSource("charge", PieceDraft.Named(charge.Base), "");
        if (bounded != exact)
            source = source with { Reference = $"{source.Reference}; bounded, {Exact.Text(exact)} otherwise" };
        var whole = line.Of(new PricedPart(sum, share, null, null), piece.Request.Currency.Code, bounded, source);
        piece.Lines.AddRange(TaxShares.Of(whole, piece.LinesOf(charge.Base).Where(Counted).ToList()));

        bool Counted(RatedLine entry) =>
            counts == PercentageBase.Sequence || piece.ChargeOf(entry.Code) is not Charge.Percentage;
    }

    private static decimal Bounded(decimal exact, Charge.Percentage charge, Proration proration)
    {
        var size = decimal.Abs(exact);
        if (charge.Least is { } least)
            size = decimal.Max(size, proration.AmountOf(least, ChargePer.Month));
        if (charge.Most is { } most)
            size = decimal.Min(size, proration.AmountOf(most, ChargePer.Month));
        return exact < 0m || (exact == 0m && charge.Percent < 0m) ? -size : size;
    }
}
