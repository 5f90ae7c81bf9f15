using System.Collections.Immutable;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Credits;

/// <summary>Adds up parts of taxes by code and rate; each part is rounded once.</summary>
internal sealed class TaxSum
{
    private readonly List<TaxShare> _taxes = [];

    /// <summary>The sums, in the order in which the taxes first came; none of nothing.</summary>
    public ImmutableArray<TaxShare> Taxes => [.. _taxes.Where(tax => tax.AmountMinor != 0)];

    /// <summary>Adds the part of the taxes of a whole that belongs to a part of it.</summary>
    public void Add(ImmutableArray<TaxShare> taxes, long partMinor, long wholeMinor, Currency currency)
    {
        if (wholeMinor == 0)
            return;
        foreach (var tax in taxes)
        {
            Add(tax with
            {
                BaseMinor = Part(tax.BaseMinor, partMinor, wholeMinor, currency),
                AmountMinor = Part(tax.AmountMinor, partMinor, wholeMinor, currency),
            });
        }
    }

    /// <summary>The part of an amount that belongs to a part of a whole, rounded once.</summary>
    public static long Part(long minor, long part, long whole, Currency currency) =>
        part == whole ? minor : Rounding.ToMoney((decimal)minor * part / whole / currency.Scale, currency).Minor;

    private void Add(TaxShare tax)
    {
        var at = _taxes.FindIndex(known => known.Code == tax.Code && known.Percent == tax.Percent);
        if (at < 0)
            _taxes.Add(tax);
        else
        {
            _taxes[at] = tax with
            {
                BaseMinor = _taxes[at].BaseMinor + tax.BaseMinor,
                AmountMinor = _taxes[at].AmountMinor + tax.AmountMinor,
            };
        }
    }
}
