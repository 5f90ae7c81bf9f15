using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Metered;

namespace BillingActors.Domain.Rating.Charges;

/// <summary>Rates what brings charges before it to a multiple.</summary>
internal readonly struct RoundingRating(PieceDraft piece)
{
    public void Add(Charge.Rounded charge, LineDraft line)
    {
        // A bill is rounded once, though its prices change.
        if (line.Days.Until != piece.Request.Service.Until)
            return;
        var lines = piece.Lines.Where(entry => charge.Base.Includes(entry.Code)).ToList();
        var sum = Money.Sum(piece.Request.Currency, lines.Select(static entry => entry.Amount)).ToDecimal();
        var whole = charge.Counts == RoundingBase.Exact ? lines.Sum(static entry => entry.ExactAmount) : sum;
        var missing = charge.Rounding.Round(whole) - sum;
        var part = new PricedPart(1m, missing, null, null);
        var reference = $"{PieceDraft.Named(charge.Base)}; {Exact.Text(Exact.Normalised(whole))}";
        var rounding = line.Of(part, "rounding", missing, new LineSource("charge", reference, ""));
        if (rounding.Amount.Minor != 0)
            piece.Lines.AddRange(CategoryShares.Of(rounding, lines));
    }
}
