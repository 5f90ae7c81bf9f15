using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Tax.Working;

/// <summary>Takes taxes of lines whose amounts are without tax.</summary>
internal sealed class ExclusiveTaxes(TaxSums sums)
{
    /// <summary>Adds all taxes of a piece to the sums.</summary>
    public void Add(int index, TaxPiece piece)
    {
        var before = new List<(string Code, decimal Tax)>();
        foreach (var tax in piece.Treatment.Taxes)
        {
            var sum = sums.Of(tax);
            if (!tax.Applies)
                continue;
            var net = tax.Rule.OfTaxes.IsEmpty ? BracketOf(tax.Rule, piece) : 0;
            var freed = FreedOf(tax, net);
            if (tax.Relief is not null)
                sums.Freed(tax).Close(index, freed, 0);
            if (tax.TaxedPart == 0m)
                continue;
            var compound = CompoundOf(tax.Rule, before) * tax.TaxedPart;
            var byUnit = (tax.Rule.PerUnit ?? 0m) * piece.SignedQuantity * tax.TaxedPart;
            before.Add((tax.Rule.Code, sum.Add(index, net - freed, compound, byUnit)));
        }
    }

    /// <summary>What of a net amount a relief frees, in minor units.</summary>
    public static long FreedOf(AppliedTax tax, long net) =>
        decimal.ToInt64(Rounding.HalfAwayFromZero(net * (1m - tax.TaxedPart), 0));

    /// <summary>What of the taxes before belongs to the base of a tax.</summary>
    public static decimal CompoundOf(TaxRule rule, List<(string Code, decimal Tax)> before)
    {
        if (!rule.OfTaxes.IsEmpty)
        {
            return before.Where(tax => rule.OfTaxes.Contains(tax.Code, StringComparer.Ordinal))
                .Sum(static tax => tax.Tax);
        }
        return rule.IncludesTaxesBefore ? before.Sum(static tax => tax.Tax) : 0m;
    }

    // The bounds are of the whole line: a part of its days has as much of each bound.
    private long BracketOf(TaxRule rule, TaxPiece piece)
    {
        var amount = piece.Line.Amount.Minor;
        if (!rule.IsBracket)
            return amount;
        var scale = sums.Currency.Scale * piece.DayShare;
        var size = Math.Abs((decimal)amount);
        if (rule.UpTo is { } most)
            size = decimal.Min(size, most * scale);
        size = decimal.Max(0m, size - ((rule.Over ?? 0m) * scale));
        return Math.Sign(amount) * decimal.ToInt64(Rounding.HalfAwayFromZero(size, 0));
    }
}
