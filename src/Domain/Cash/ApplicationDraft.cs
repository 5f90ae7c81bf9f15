using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Cash;

/// <summary>Collects what money of a receipt settles, and never spends more than there is.</summary>
internal sealed class ApplicationDraft(long availableMinor, Tolerance tolerance)
{
    private long _spentMinor;
    private readonly ImmutableArray<ItemShare>.Builder _shares = ImmutableArray.CreateBuilder<ItemShare>();
    private readonly ImmutableArray<CashDiscount>.Builder _discounts = ImmutableArray.CreateBuilder<CashDiscount>();
    private long _differenceMinor;
    private AppliedBy _by = AppliedBy.Wish;

    /// <summary>What is left of the money.</summary>
    public long LeftMinor => availableMinor - _spentMinor;

    public bool IsEmpty => _shares.Count == 0;

    public bool Has(string itemId) => _shares.Any(share => share.ItemId == itemId);

    /// <summary>Says which rule decides from here; what the payer named stays the payer's.</summary>
    public void By(AppliedBy rule)
    {
        if (IsEmpty)
            _by = rule;
    }

    /// <summary>
    /// Settles an item with as much as there is and at most so much: whole with its discount, whole but for a small
    /// difference, or in part.
    /// </summary>
    public void Settle(Payable payable, long? mostMinor = null)
    {
        if (payable.OpenMinor < 0)
        {
            Credit(payable);
            return;
        }
        var cash = Math.Min(LeftMinor, mostMinor ?? payable.OpenMinor);
        if (cash <= 0 || payable.OpenMinor == 0)
            return;
        var limit = tolerance.LimitOf(payable.OpenMinor);
        // Who pays in full, or nearly, does not ask for the discount.
        var isDiscounted = payable.OpenMinor - cash > limit && cash + limit >= payable.SettledByMinor;
        var discount = isDiscounted ? payable.Discount : null;
        var needed = payable.OpenMinor - (discount?.TotalMinor ?? 0);
        cash = Math.Min(cash, needed);
        var isSmall = needed - cash <= limit;
        Share(payable, isSmall ? payable.OpenMinor : cash);
        if (discount is not null)
            _discounts.Add(discount);
        if (isSmall)
            _differenceMinor += needed - cash;
        _spentMinor += cash;
    }

    /// <summary>Keeps what is left where it is no more than cents.</summary>
    public void KeepCents()
    {
        if (IsEmpty || LeftMinor <= 0 || LeftMinor > tolerance.OverMinor)
            return;
        _differenceMinor -= LeftMinor;
        _spentMinor = availableMinor;
    }

    /// <summary>The application, or null where nothing is settled.</summary>
    public CashApplied? ToApplication(string id, LocalDate on)
    {
        if (IsEmpty)
            return null;
        var cash = _spentMinor;
        var application = new CashApplied(
            id, _by, on, _shares.ToImmutable(), cash, _differenceMinor, _discounts.ToImmutable());
        Invariant.Holds(cash >= 0 && LeftMinor >= 0, "no more is applied than there is");
        Invariant.Holds(
            application.Shares.Sum(share => share.AmountMinor)
                == cash + _differenceMinor + application.Discounts.Sum(discount => discount.TotalMinor),
            "what is settled is cash, discount and difference together");
        return application;
    }

    private void Credit(Payable credit)
    {
        Share(credit, credit.OpenMinor);
        _spentMinor += credit.OpenMinor;
    }

    private void Share(Payable payable, long minor) =>
        _shares.Add(ItemShare.Of(payable.Item, new Money(minor, payable.Item.Open.Currency)));
}
