using BillingActors.Domain.Tariffs.Prices;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Prices;

/// <summary>Cuts days into the windows that are priced each by itself.</summary>
internal static class WindowDays
{
    /// <summary>The windows of some days, in order; those at the edges may be parts.</summary>
    public static IEnumerable<Period> Cut(Period days, PriceWindow window)
    {
        var from = days.From;
        while (from < days.Until)
        {
            var until = LocalDate.Min(days.Until, EndOf(from, window));
            yield return new Period(from, until);
            from = until;
        }
    }

    /// <summary>The first day after the window of a day.</summary>
    private static LocalDate EndOf(LocalDate day, PriceWindow window) => window switch
    {
        PriceWindow.Week => day.Next(IsoDayOfWeek.Monday),
        PriceWindow.Month => new LocalDate(day.Year, day.Month, 1).PlusMonths(1),
        _ => day.PlusDays(1),
    };

    /// <summary>The window of a local time, as a key in the order of time.</summary>
    public static (LocalDate Day, int Hour) KeyOf(ZonedDateTime at, PriceWindow window) => window switch
    {
        PriceWindow.Hour => (at.Date, HourOf(at)),
        PriceWindow.Week => (at.Date.PlusDays(1 - (int)at.DayOfWeek), 0),
        PriceWindow.Month => (new LocalDate(at.Year, at.Month, 1), 0),
        _ => (at.Date, 0),
    };

    // As time goes on from midnight, so that a repeated hour is another one.
    private static int HourOf(ZonedDateTime at) =>
        (int)((at.ToInstant() - at.Zone.AtStartOfDay(at.Date).ToInstant()).BclCompatibleTicks
            / NodaConstants.TicksPerHour);
}
