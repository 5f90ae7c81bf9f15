using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tax.Terms;

namespace BillingActors.Domain.Tax.Working;

/// <summary>One tax line of an invoice while it is summed.</summary>
internal sealed class TaxSum(TaxKey key, string text, TaxTerms terms, Currency currency)
{
    private readonly List<(int Line, long Net, decimal Compound, decimal Exact)> _open = [];
    private readonly List<(int Line, long Taxable, long Tax)> _closed = [];
    private long _openNet;
    private decimal _openCompound;
    private decimal _openExact;
    private long _rounded;

    public TaxKey Key => key;

    public TaxTerms Terms => terms;

    public bool IsTouched => _open.Count + _closed.Count > 0;

    /// <summary>The tax of what is not rounded yet, in units of the currency.</summary>
    public decimal OpenTax => key.PerUnit is null
        ? Tax(OpenTaxable)
        : _openExact;

    // The base is rounded first, so that what is printed explains the tax: base times percent.
    private long OpenTaxable => _openNet + ToMinor(_openCompound);

    /// <summary>Takes a base of a line; answers the tax as far as it is known, for taxes on this one.</summary>
    public decimal Add(int line, long net, decimal compound, decimal byUnit)
    {
        if (terms.Scope != TaxRoundingScope.PerLine)
        {
            var exact = key.PerUnit is null
                ? ((net / currency.Scale) + compound) * key.Percent / 100m
                : byUnit;
            _open.Add((line, net, compound, exact));
            _openNet += net;
            _openCompound += compound;
            _openExact += exact;
            return exact;
        }
        var taxable = net + ToMinor(compound);
        var tax = terms.Round(key.PerUnit is null ? Tax(taxable) : byUnit, currency);
        Close(line, taxable, tax);
        return tax / currency.Scale;
    }

    /// <summary>Takes a base and a tax that are settled already.</summary>
    public void Close(int line, long taxable, long tax) => _closed.Add((line, taxable, tax));

    /// <summary>Fixes the tax of what is not rounded yet.</summary>
    public void Round(long minor) => _rounded = minor;

    /// <summary>The tax line.</summary>
    public TaxLine ToLine() => new(
        key.Code,
        text,
        key.Percent,
        new Money(OpenTaxable + _closed.Sum(static part => part.Taxable), currency),
        new Money(_rounded + _closed.Sum(static part => part.Tax), currency))
    {
        Jurisdiction = key.Jurisdiction,
        Reason = key.Reason,
        PerUnit = key.PerUnit,
        Unit = key.Unit,
        Evidence = key.Evidence,
    };

    /// <summary>What it takes of each line; the parts sum to the tax line.</summary>
    public IEnumerable<LineTax> Parts(int tax)
    {
        var bases = Apportionment.Of(
            OpenTaxable, [.. _open.Select(part => part.Net + (part.Compound * currency.Scale))]);
        var taxes = Apportionment.Of(_rounded, [.. _open.Select(part => part.Exact * currency.Scale)]);
        return _open.Select((part, i) => new LineTax(part.Line, tax, bases[i], taxes[i]))
            .Concat(_closed.Select(part => new LineTax(part.Line, tax, part.Taxable, part.Tax)));
    }

    private decimal Tax(long taxable) => taxable / currency.Scale * key.Percent / 100m;

    private long ToMinor(decimal amount) => amount == 0m ? 0 : Rounding.ToMoney(amount, currency).Minor;
}
