using System.Collections.Immutable;
using BillingActors.Domain.Invoicing;

namespace BillingActors.Domain.Collectives;

/// <summary>Sums of taxes by what tells them apart.</summary>
public static class TaxShares
{
    /// <summary>
    /// One share for each code, rate, jurisdiction and reason, in the order of the code and the rate.
    /// </summary>
    public static ImmutableArray<TaxShare> Sum(IEnumerable<TaxShare> taxes) =>
    [
        .. taxes.GroupBy(tax => tax with { BaseMinor = 0, AmountMinor = 0 })
            .Select(same => same.Key with
            {
                BaseMinor = same.Sum(tax => tax.BaseMinor),
                AmountMinor = same.Sum(tax => tax.AmountMinor),
            })
            .OrderBy(tax => tax.Code, StringComparer.Ordinal)
            .ThenBy(tax => tax.Percent)
            .ThenBy(tax => tax.Jurisdiction, StringComparer.Ordinal)
            .ThenBy(tax => tax.Reason, StringComparer.Ordinal),
    ];
}
