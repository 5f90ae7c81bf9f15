using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Cash;

/// <summary>
/// Works out which part of an application falls away with a part of its money: what it paid last comes back first. An
/// item that is not paid whole any more has no discount, and its small difference is not let go.
/// </summary>
internal static class ApplicationLowering
{
    /// <summary>The part of an application that goes with so much of its money.</summary>
    public static CashApplied Part(CashApplied application, long cashMinor)
    {
        Invariant.Holds(cashMinor > 0 && cashMinor <= application.CashMinor, "no more falls away than was applied");
        if (cashMinor == application.CashMinor)
            return application;
        var difference = Math.Max(application.DifferenceMinor, -cashMinor);
        var left = cashMinor + difference;
        var shares = ImmutableArray.CreateBuilder<ItemShare>();
        var discounts = ImmutableArray.CreateBuilder<CashDiscount>();
        foreach (var share in application.Shares.Reverse().Where(share => share.AmountMinor > 0))
        {
            if (left == 0)
                break;
            var discount = application.Discounts.FirstOrDefault(one => one.ItemId == share.ItemId);
            var granted = discount?.TotalMinor ?? 0;
            var taken = Math.Min(left, share.AmountMinor - granted);
            left -= taken;
            shares.Add(share with { AmountMinor = taken + granted });
            if (discount is not null)
                discounts.Add(discount);
        }
        Invariant.Holds(left == 0, "what an application took, its items were paid with");
        return application with
        {
            Shares = shares.ToImmutable(),
            CashMinor = cashMinor,
            DifferenceMinor = difference,
            Discounts = discounts.ToImmutable(),
        };
    }
}
