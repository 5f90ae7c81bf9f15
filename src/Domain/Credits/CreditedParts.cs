using System.Collections.Immutable;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Tax;

namespace BillingActors.Domain.Credits;

/// <summary>What a credit memo takes off an invoice, line by line and tax by tax.</summary>
internal sealed record CreditedParts(ImmutableArray<LineCredited> Lines, ImmutableArray<LineTax> LineTaxes)
{
    public long NetMinor => Lines.Sum(line => line.NetMinor);

    public long TaxMinor => LineTaxes.Sum(part => part.AmountMinor);

    public long TotalMinor => NetMinor + TaxMinor;

    /// <summary>Net by tariff, in the order of their names.</summary>
    public ImmutableArray<RevenueShare> RevenueOf(CreditableInvoice invoice) =>
        [.. Lines.GroupBy(line => invoice.Lines[line.Line].TariffId, StringComparer.Ordinal)
            .Select(group => new RevenueShare(group.Key, group.Sum(line => line.NetMinor)))
            .Where(share => share.NetMinor != 0)
            .OrderBy(share => share.TariffId, StringComparer.Ordinal)];

    /// <summary>The taxes it concerns, in the order of the invoice and at its rates.</summary>
    public ImmutableArray<TaxShare> TaxesOf(CreditableInvoice invoice) =>
        [.. LineTaxes.GroupBy(part => part.Tax)
            .OrderBy(group => group.Key)
            .Select(group => invoice.Taxes[group.Key] with
            {
                BaseMinor = group.Sum(part => part.BaseMinor),
                AmountMinor = group.Sum(part => part.AmountMinor),
            })];
}
