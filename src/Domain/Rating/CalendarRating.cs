using BillingActors.Domain.Tariffs;

namespace BillingActors.Domain.Rating;

/// <summary>
/// Finds the calendar of a time-of-use price and refuses one that leaves an hour or a period without a price.
/// </summary>
internal static class CalendarRating
{
    /// <summary>
    /// True with the calendar, or with none where the price needs none; false after a reason was added.
    /// </summary>
    public static bool TryFind(
        PriceModel price, TariffVersion version, LineDraft line, HoldList holds, out TimeOfUseCalendar? calendar)
    {
        calendar = null;
        if (price is PriceModel.CriticalPeak critical)
            price = critical.Otherwise;
        if (price is PriceModel.PerWindow window)
            price = window.Price;
        if (price is not PriceModel.TimeOfUse timeOfUse)
            return true;
        calendar = version.Calendar(timeOfUse.Calendar);
        if (calendar is { HasGaps: false } && PricesAll(timeOfUse, calendar))
            return true;
        holds.Add("tariff-gap",
            $"Charge {line.Head.Code} of {line.Request.Tariff.Reference(version)} has hours without a price.");
        return false;
    }

    private static bool PricesAll(PriceModel.TimeOfUse timeOfUse, TimeOfUseCalendar calendar)
    {
        foreach (var name in calendar.Periods)
        {
            var isPriced = false;
            foreach (var entry in timeOfUse.Prices)
                isPriced |= entry.Period == name;
            if (!isPriced)
                return false;
        }
        return true;
    }
}
