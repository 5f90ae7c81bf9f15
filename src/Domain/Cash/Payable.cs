using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Cash;

/// <summary>An item that money may be set against: how much of it, and what is granted if all of it is paid.</summary>
/// <param name="Item">The item.</param>
/// <param name="OpenMinor">What money may be set against; negative for a credit.</param>
/// <param name="Discount">Discount for paying all of it now, or null.</param>
internal sealed record Payable(OpenItem Item, long OpenMinor, CashDiscount? Discount)
{
    /// <summary>What settles all of it.</summary>
    public long SettledByMinor => OpenMinor - (Discount?.TotalMinor ?? 0);

    /// <summary>The item as the payer sees it on a day; what the customer contests is left out on request.</summary>
    public static Payable Of(OpenItem item, long contestedMinor, DiscountOffer? offer, LocalDate valueOn)
    {
        var open = Math.Max(0, item.Open.Minor - contestedMinor);
        var isWhole = item.Open == item.Original && open == item.Original.Minor;
        return new Payable(
            item,
            item.Open.Minor < 0 ? item.Open.Minor : open,
            isWhole && offer is not null && valueOn <= offer.Through ? DiscountOf(item, offer) : null);
    }

    // The discount lowers net and taxes in the same ratio.
    private static CashDiscount? DiscountOf(OpenItem item, DiscountOffer offer)
    {
        var weights = offer.Taxes.Select(tax => (decimal)tax.AmountMinor).Prepend(offer.NetMinor).ToArray();
        if (weights.Any(weight => weight < 0) || weights.Sum() <= 0)
            return null;
        var exact = item.Original.Minor * (offer.BasisPoints / 10_000m);
        var total = new Money(decimal.ToInt64(Rounding.HalfAwayFromZero(exact, 0)), item.Open.Currency);
        if (total.Minor <= 0 || total >= item.Original)
            return null;
        var parts = MoneySplit.ByWeights(total, weights);
        ImmutableArray<TaxRelief> taxes =
        [
            .. offer.Taxes.Select((tax, i) => new TaxRelief(tax.Code, parts[i + 1].Minor))
                .Where(tax => tax.AmountMinor != 0),
        ];
        return new CashDiscount(item.Id, parts[0].Minor, taxes);
    }
}
