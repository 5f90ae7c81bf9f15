using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tariffs;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating;

/// <summary>How much of a day, month or year some days of a bill period are.</summary>
/// <param name="Cycle">The full bill period.</param>
/// <param name="Days">The days in question, inside the bill period.</param>
internal readonly record struct Proration(Period Cycle, Period Days)
{
    // A share is printed, not multiplied: ten decimals of a month are less than a millisecond.
    private const int ShareDecimals = 10;

    /// <summary>
    /// The price of the days: multiplied first and divided last, so that nothing is lost before the line rounds.
    /// </summary>
    public decimal AmountOf(decimal price, ChargePer per) => per switch
    {
        ChargePer.Day => price * Days.Days,
        ChargePer.Month => price * Days.Days / Cycle.Days,
        ChargePer.Year => PerYear(price),
        _ => throw new BrokenInvariantException("a price is per day, month or year"),
    };

    /// <summary>How many days, months or years the days are, for print.</summary>
    public decimal Quantity(ChargePer per) =>
        Exact.Normalised(Rounding.HalfAwayFromZero(AmountOf(1m, per), ShareDecimals));

    /// <summary>A limit per day or month, cut by days; the parts of a month sum to the limit of the month.</summary>
    public decimal LimitOf(decimal limit, ChargePer per) => per == ChargePer.Day
        ? limit * Days.Days
        : LimitUntil(limit, Days.Until) - LimitUntil(limit, Days.From);

    private decimal LimitUntil(decimal limit, LocalDate day) =>
        Exact.Cumulated(limit, NodaTime.Period.DaysBetween(Cycle.From, day), Cycle.Days);

    private decimal PerYear(decimal price)
    {
        var amount = 0m;
        var from = Days.From;
        while (from < Days.Until)
        {
            var until = LocalDate.Min(Days.Until, new LocalDate(from.Year + 1, 1, 1));
            var days = NodaTime.Period.DaysBetween(from, until);
            amount += price * days / CalendarSystem.Iso.GetDaysInYear(from.Year);
            from = until;
        }
        return amount;
    }
}
