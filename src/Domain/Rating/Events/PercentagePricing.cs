using BillingActors.Domain.Tariffs.QuantityPrices;

namespace BillingActors.Domain.Rating.Events;

/// <summary>Prices events by a percentage of their amounts, one after the other, since some may be free.</summary>
internal sealed class PercentagePricing(PercentagePrice price)
{
    private const decimal Hundred = 100m;
    private readonly bool _hasFree = price.FreeAmount > 0m || price.FreeEvents > 0;
    private decimal _freeAmount = price.FreeAmount is > 0m and var amount ? amount : decimal.MaxValue;
    private int _freeEvents = price.FreeEvents is > 0 and var events ? events : int.MaxValue;
    private decimal _paidAmount;
    private decimal _paidEvents;
    private decimal _bounds;

    /// <summary>What the next event costs, exact.</summary>
    public decimal Next(decimal amount)
    {
        var paid = PaidOf(amount);
        if (paid is not { } billed)
            return 0m;
        var exact = (billed * price.Percent / Hundred) + price.Fixed;
        var bounded = decimal.Min(decimal.Max(exact, price.Least ?? exact), price.Most ?? decimal.MaxValue);
        (_paidAmount, _paidEvents, _bounds) = (_paidAmount + billed, _paidEvents + 1m, _bounds + bounded - exact);
        return bounded;
    }

    /// <summary>All events so far: the percentage, the fixed part and what the bounds changed.</summary>
    public IReadOnlyList<QuantityPart> Parts(string currency)
    {
        var parts = new List<QuantityPart> { QuantityPart.Of(_paidAmount, price.Percent / Hundred, unit: currency) };
        if (price.Fixed != 0m && _paidEvents != 0m)
            parts.Add(QuantityPart.Of(_paidEvents, price.Fixed, "fixed", "event"));
        if (_bounds != 0m)
            parts.Add(QuantityPart.Of(1m, _bounds, "bounds", "event"));
        return parts;
    }

    // An event is free while both limits allow it; the one that uses up the free amount pays for its rest.
    private decimal? PaidOf(decimal amount)
    {
        if (!_hasFree || _freeEvents == 0 || _freeAmount == 0m)
            return amount;
        if (_freeAmount > amount)
        {
            _freeEvents--;
            if (_freeAmount != decimal.MaxValue)
                _freeAmount -= amount;
            return null;
        }
        var rest = amount - _freeAmount;
        _freeAmount = 0m;
        return rest;
    }
}
