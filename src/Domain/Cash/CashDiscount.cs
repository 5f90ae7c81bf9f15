using System.Collections.Immutable;

namespace BillingActors.Domain.Cash;

/// <summary>A cash discount granted on an item: its net part and what it takes off the taxes.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="NetMinor">Net part.</param>
/// <param name="Taxes">Tax by code.</param>
public sealed record CashDiscount(string ItemId, long NetMinor, ImmutableArray<TaxRelief> Taxes)
{
    /// <summary>Net and taxes together.</summary>
    public long TotalMinor => NetMinor + Taxes.Sum(tax => tax.AmountMinor);
}
