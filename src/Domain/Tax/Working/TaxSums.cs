using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tax.Terms;

namespace BillingActors.Domain.Tax.Working;

/// <summary>The tax lines of an invoice while they are summed, in the order in which they first appear.</summary>
internal sealed class TaxSums(Currency currency)
{
    private readonly List<TaxSum> _sums = [];

    public Currency Currency => currency;

    /// <summary>The sum of what a tax takes.</summary>
    public TaxSum Of(AppliedTax tax) => Of(tax.Key, tax.Rule.Text, tax.Terms);

    /// <summary>The sum of what is free of a tax.</summary>
    public TaxSum Freed(AppliedTax tax) => Of(tax.FreedKey, tax.Relief!.Text, tax.Terms);

    /// <summary>Rounds what is to be rounded over many lines; the tax lines with their parts by line.</summary>
    public (ImmutableArray<TaxLine> Taxes, ImmutableArray<LineTax> Parts) Finish()
    {
        foreach (var sum in _sums.Where(sum => sum.Terms.Scope != TaxRoundingScope.PerInvoice))
            sum.Round(sum.Terms.Round(sum.OpenTax, currency));
        foreach (var together in _sums.Where(sum => sum.Terms.Scope == TaxRoundingScope.PerInvoice)
            .GroupBy(sum => sum.Terms.Mode))
            RoundTogether([.. together]);
        var touched = _sums.Where(sum => sum.IsTouched).ToList();
        var parts = touched.SelectMany((sum, i) => sum.Parts(i))
            .Where(part => part.BaseMinor != 0 || part.AmountMinor != 0)
            .GroupBy(part => (part.Line, part.Tax))
            .Select(same => new LineTax(
                same.Key.Line, same.Key.Tax, same.Sum(part => part.BaseMinor), same.Sum(part => part.AmountMinor)))
            .OrderBy(part => part.Line).ThenBy(part => part.Tax);
        return ([.. touched.Select(sum => sum.ToLine())], [.. parts]);
    }

    // In an order of their own, so that the order of the lines decides no tie.
    private void RoundTogether(List<TaxSum> sums)
    {
        if (sums is [var only])
        {
            only.Round(only.Terms.Round(only.OpenTax, currency));
            return;
        }
        var ordered = sums.OrderBy(sum => sum.Key.Jurisdiction, StringComparer.Ordinal)
            .ThenBy(sum => sum.Key.Code, StringComparer.Ordinal)
            .ThenByDescending(sum => sum.Key.Percent)
            .ToList();
        var exact = ordered.ConvertAll(sum => sum.OpenTax);
        var shared = Apportionment.Of(
            ordered[0].Terms.Round(exact.Sum(), currency), exact.ConvertAll(tax => tax * currency.Scale));
        for (var i = 0; i < ordered.Count; i++)
            ordered[i].Round(shared[i]);
    }

    private TaxSum Of(TaxKey key, string text, TaxTerms terms)
    {
        foreach (var known in _sums)
        {
            if (known.Key == key && known.Terms == terms)
                return known;
        }
        var sum = new TaxSum(key, text, terms, currency);
        _sums.Add(sum);
        return sum;
    }
}
