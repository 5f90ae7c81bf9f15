using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating.Subscriptions.Timing;
using BillingActors.Domain.Tariffs.Calls;
using BillingActors.Domain.Tariffs.Settings;
using BillingActors.Domain.Tariffs.Settings.Subscriptions;
using NodaTime;

namespace BillingActors.Domain.Rating.Subscriptions.Segments;

/// <summary>Prices and rounds parts of periods as the settings of a contract say.</summary>
internal sealed class PartRounding(RatingSettings settings)
{
    private readonly decimal _day = settings.Of(SubscriptionSettings.Counting) == PartCounting.Seconds
        ? NodaConstants.SecondsPerDay
        : 1m;

    /// <summary>The exact price of a part, by a rounded price of a day where the settings say so.</summary>
    public decimal AmountOf(decimal amount, Share share, Currency currency)
    {
        if (share.IsFull || settings.Of(SubscriptionSettings.DayPrice) == PartDayPrice.Exact)
            return share.Of(amount);
        return Round(amount * _day / share.Whole, currency) * share.Part / _day;
    }

    /// <summary>The amount of lines of a part.</summary>
    public Money ToMoney(decimal exact, Currency currency) => Rounding.ToMoney(Round(exact, currency), currency);

    private decimal Round(decimal exact, Currency currency) =>
        new CallRounding(settings.Of(SubscriptionSettings.PartRounding), currency.Exponent).Round(exact);
}
