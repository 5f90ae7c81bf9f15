using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Settings;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating;

/// <summary>How much of a day, month or year some days of a bill period are.</summary>
/// <param name="Cycle">The full bill period.</param>
/// <param name="Service">The days of it that are billed.</param>
/// <param name="Days">The days in question, inside the billed ones.</param>
/// <param name="Rule">How a part of the bill period counts.</param>
internal readonly record struct Proration(Period Cycle, Period Service, Period Days, FixedProration Rule)
{
    private const int ThirtyDays = 30;
    private const int MonthsPerYear = 12;
    private const int DaysPerYear = 365;

    // Days of months and of years of different lengths are added up in parts that all of them have in common, so that
    // the one division comes last.
    private const long MonthParts = 4 * 3 * 5 * 7 * 29 * 31;
    private const long YearParts = 365 * 366;

    // A share is printed, not multiplied: ten decimals of a month are less than a millisecond.
    private const int ShareDecimals = 10;

    /// <summary>
    /// Days that months are counted of in the place of the billed ones, and shared over these evenly; null: themselves.
    /// </summary>
    public Period? Reach { get; init; }

    /// <summary>Days of a bill period that is billed as a whole, counted as they are.</summary>
    public Proration(Period cycle, Period days)
        : this(cycle, cycle, days, FixedProration.ActualDays)
    {
    }

    /// <summary>The days of a charge as the settings say.</summary>
    public static Proration Of(RatingRequest request, Period days) =>
        new(request.Cycle, request.Service, days, RuleOf(request, request.Service));

    /// <summary>The days of a charge as if the bill lasted until the end of its period.</summary>
    public static Proration UntilEnd(RatingRequest request, Period days)
    {
        var reach = new Period(request.Service.From, request.Cycle.Until);
        return reach == request.Cycle
            ? new(request.Cycle, request.Service, days, FixedProration.Whole)
            : new(request.Cycle, request.Service, days, RuleOf(request, reach)) { Reach = reach };
    }

    /// <summary>
    /// The price of the days: multiplied first and divided last, so that nothing is lost before the line rounds.
    /// </summary>
    public decimal AmountOf(decimal price, ChargePer per) => per switch
    {
        ChargePer.Day => price * Days.Days,
        ChargePer.Month => Months(price, Days.From, Days.Until),
        ChargePer.Year => PerYear(price),
        ChargePer.Bill => price * Days.Days / Service.Days,
        _ => throw new BrokenInvariantException("a price is per day, month, year or bill"),
    };

    /// <summary>How many days, months or years the days are, for print.</summary>
    public decimal Quantity(ChargePer per) =>
        Exact.Normalised(Rounding.HalfAwayFromZero(AmountOf(1m, per), ShareDecimals));

    /// <summary>
    /// A limit cut by days; the parts of a month sum to the limit of the month. Those of years and lives stay.
    /// </summary>
    public decimal LimitOf(decimal limit, ChargePer per) => per switch
    {
        ChargePer.Day => limit * Days.Days,
        ChargePer.Year or ChargePer.Life => limit,
        _ => LimitUntil(limit, per, Days.Until) - LimitUntil(limit, per, Days.From),
    };

    // A period that is about as long as a month is one where the setting says so; its parts are by its own days.
    private static FixedProration RuleOf(RatingRequest request, Period service)
    {
        var rule = request.SettingsInForce.Of(MeteredSettings.Proration);
        return rule is FixedProration.ThirtyDays or FixedProration.AverageMonth
            && request.SettingsInForce.Of(MeteredSettings.MonthDays) is { } month
            && month.Holds(service.Days)
                ? FixedProration.Whole
                : rule;
    }

    private decimal LimitUntil(decimal limit, ChargePer per, LocalDate day)
    {
        if (per == ChargePer.Bill)
            return Exact.Cumulated(limit, NodaTime.Period.DaysBetween(Service.From, day), Service.Days);
        if (Rule == FixedProration.ActualDays)
            return Exact.Cumulated(limit, NodaTime.Period.DaysBetween(Cycle.From, day), Cycle.Days);
        return day <= Service.From
            ? 0m
            : Rounding.HalfAwayFromZero(Months(limit, Service.From, day), Exact.PartDecimals);
    }

    private decimal Months(decimal total, LocalDate from, LocalDate until)
    {
        if (Reach is { } reach)
        {
            var whole = new Proration(Cycle, reach, reach, Rule).Months(total, reach.From, reach.Until);
            return whole * NodaTime.Period.DaysBetween(from, until) / Service.Days;
        }
        // A whole bill period by its own days is what it is.
        if (Rule == FixedProration.ActualDays && from == Cycle.From && until == Cycle.Until)
            return total;
        var days = NodaTime.Period.DaysBetween(from, until);
        return Rule switch
        {
            FixedProration.ActualDays => total * days / Cycle.Days,
            // A cut inside a whole month is by its days, so that both parts sum to the month.
            FixedProration.ThirtyDayMonth => total * days / DivisorOfThirty(),
            FixedProration.Whole => total * days / Service.Days,
            FixedProration.AverageMonth => total * days * MonthsPerYear / DaysPerYear,
            FixedProration.ThirtyDays => total * days / ThirtyDays,
            _ => CalendarMonths(total, from, until),
        };
    }

    private int DivisorOfThirty()
    {
        if (Service == Cycle)
            return Cycle.Days;
        return Service.Days >= ThirtyDays ? Service.Days : ThirtyDays;
    }

    private static decimal CalendarMonths(decimal total, LocalDate from, LocalDate until)
    {
        var parts = 0L;
        while (from < until)
        {
            var next = LocalDate.Min(until, new LocalDate(from.Year, from.Month, 1).PlusMonths(1));
            var days = NodaTime.Period.DaysBetween(from, next);
            parts += days * (MonthParts / CalendarSystem.Iso.GetDaysInMonth(from.Year, from.Month));
            from = next;
        }
        return total * parts / MonthParts;
    }

    private decimal PerYear(decimal price)
    {
        var parts = 0L;
        var from = Days.From;
        while (from < Days.Until)
        {
            var until = LocalDate.Min(Days.Until, new LocalDate(from.Year + 1, 1, 1));
            var days = NodaTime.Period.DaysBetween(from, until);
            parts += days * (YearParts / CalendarSystem.Iso.GetDaysInYear(from.Year));
            from = until;
        }
        return price * parts / YearParts;
    }
}
