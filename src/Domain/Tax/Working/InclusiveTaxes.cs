using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tax.Terms;

namespace BillingActors.Domain.Tax.Working;

/// <summary>
/// Takes taxes out of lines whose amounts hold them: the net is rounded, the tax is the rest, so that every line with
/// its taxes is the price again.
/// </summary>
internal sealed class InclusiveTaxes(TaxSums sums, ExclusiveTaxes exclusive)
{
    /// <summary>
    /// Adds the taxes of pieces that are taxed alike; answers their nets in minor units, in their order.
    /// </summary>
    public long[] Add(IReadOnlyList<(int Index, TaxPiece Piece)> alike)
    {
        // In an order of their own, so that the order of the lines decides no tie, and a credit is the mirror.
        var sign = Math.Sign(alike.Sum(one => one.Piece.Line.Amount.Minor));
        var order = Enumerable.Range(0, alike.Count)
            .OrderBy(i => Math.Abs(alike[i].Piece.Line.Amount.Minor))
            .ThenBy(i => sign * alike[i].Piece.Line.Amount.Minor)
            .ThenBy(i => Math.Abs(alike[i].Piece.SignedQuantity))
            .ToList();
        var first = alike[0].Piece;
        var isFreed = first.Treatment.IsRelieved && first.Prices == TaxPrices.InclusiveWhereDue;
        var exact = order.ConvertAll(i => ExactOf(alike[i].Piece, ignoresRelief: isFreed));
        var terms = first.Treatment.Terms;
        var net = NetOf(alike.Sum(one => one.Piece.Line.Amount.Minor), exact.Sum(static one => one.Net), terms);
        var nets = Apportionment.Of(net, exact.ConvertAll(static one => one.Net));
        var carried = new decimal[first.Treatment.Taxes.Length];
        var result = new long[alike.Count];
        for (var i = 0; i < order.Count; i++)
        {
            var (index, piece) = alike[order[i]];
            result[order[i]] = nets[i];
            if (isFreed)
                exclusive.Add(index, NetOf(piece, nets[i], sums.Currency));
            else
                Close(index, piece, nets[i], Shared(piece, nets[i], exact[i].Taxes, carried));
        }
        return result;
    }

    /// <summary>The piece with its net amount, and its price as the gross.</summary>
    public static TaxPiece NetOf(TaxPiece piece, long net, Currency currency) => piece with
    {
        Line = piece.Line with { Amount = new Money(net, currency), Gross = piece.Line.Amount },
    };

    private long NetOf(long gross, decimal exactNet, TaxTerms terms) => terms.Inclusive == TaxInclusiveRounding.Net
        ? terms.Round(exactNet / sums.Currency.Scale, sums.Currency)
        : gross - terms.Round((gross - exactNet) / sums.Currency.Scale, sums.Currency);

    // Every tax is a part of the net and an amount by unit; so is their sum, and the net follows from it.
    private (decimal Net, decimal[] Taxes) ExactOf(TaxPiece piece, bool ignoresRelief)
    {
        var taxes = piece.Treatment.Taxes;
        var factors = new List<(string Code, decimal Tax)>();
        var amounts = new List<(string Code, decimal Tax)>();
        foreach (var tax in taxes)
        {
            var part = tax.Applies ? (ignoresRelief ? 1m : tax.TaxedPart) : 0m;
            var rate = tax.Rule.Percent / 100m * part;
            var own = tax.Rule.OfTaxes.IsEmpty ? 1m : 0m;
            var byUnit = (tax.Rule.PerUnit ?? 0m) * piece.SignedQuantity * part * sums.Currency.Scale;
            factors.Add((tax.Rule.Code, rate * (own + ExclusiveTaxes.CompoundOf(tax.Rule, factors))));
            amounts.Add((tax.Rule.Code, byUnit + (rate * ExclusiveTaxes.CompoundOf(tax.Rule, amounts))));
        }
        var gross = piece.Line.Amount.Minor;
        var net = (gross - amounts.Sum(static one => one.Tax)) / (1m + factors.Sum(static one => one.Tax));
        return (net, [.. taxes.Select((_, i) => (factors[i].Tax * net) + amounts[i].Tax)]);
    }

    // The rest of a line over its taxes; what rounding gave one too much or too little is made up on the next line.
    private static long[] Shared(TaxPiece piece, long net, decimal[] exact, decimal[] carried)
    {
        var wanted = exact.Select((tax, i) => tax == 0m ? 0m : tax + carried[i]).ToList();
        var shared = Apportionment.Of(piece.Line.Amount.Minor - net, wanted);
        for (var i = 0; i < shared.Length; i++)
            carried[i] += exact[i] - shared[i];
        return shared;
    }

    private void Close(int index, TaxPiece piece, long net, long[] shared)
    {
        var before = new List<(string Code, decimal Tax)>();
        for (var i = 0; i < shared.Length; i++)
        {
            var tax = piece.Treatment.Taxes[i];
            var sum = sums.Of(tax);
            if (!tax.Applies)
                continue;
            var own = tax.Rule.OfTaxes.IsEmpty ? net : 0;
            var freed = ExclusiveTaxes.FreedOf(tax, own);
            if (tax.Relief is not null)
                sums.Freed(tax).Close(index, freed, 0);
            if (tax.TaxedPart == 0m)
                continue;
            var compound = ExclusiveTaxes.CompoundOf(tax.Rule, before) * tax.TaxedPart;
            sum.Close(index, own - freed + decimal.ToInt64(Rounding.HalfAwayFromZero(compound, 0)), shared[i]);
            before.Add((tax.Rule.Code, shared[i]));
        }
    }
}
