using BillingActors.Domain.Tariffs.QuantityPrices;

namespace BillingActors.Domain.Tariffs.Prices;

/// <summary>Checks a price for each window: what it is inside, and what a window costs at least and at most.</summary>
internal sealed class WindowValidation(string path, ProblemList problems)
{
    /// <summary>Adds the problems of a price of metered use, but those of the price inside.</summary>
    public void CheckMetered(PriceModel.PerWindow price)
    {
        CheckBounds(price);
        var inner = price.Price is PriceModel.TimeOfUse timeOfUse
            ? timeOfUse.Prices.Select(static entry => entry.Price) : [price.Price];
        if (!inner.All(static one => one is PriceModel.Flat or PriceModel.Tiers))
            problems.Add($"{path}/price", "unfit-price", "A window is priced flat, in tiers, or so for each period.");
        if (price.Price is PriceModel.TimeOfUse { Counting: not (null or TierCounting.OfPeriod) })
            problems.Add($"{path}/price/tiersOver", "unfit-price", "Tiers of a window count each period alone.");
    }

    /// <summary>Adds the problems of a price of events, but those of the price inside.</summary>
    public void CheckOfEvents(PriceModel.PerWindow price)
    {
        CheckBounds(price);
        if (price.Price is not (PriceModel.Flat or PriceModel.Tiers or SteppedPrice or PackagePrice))
            problems.Add($"{path}/price", "unfit-price", "A window of events is priced flat, in steps or per package.");
    }

    private void CheckBounds(PriceModel.PerWindow price)
    {
        if (price.Least > price.Most)
            problems.Add($"{path}/most", "out-of-range", "The most is not below the least.");
    }
}
