using BillingActors.Domain.Tariffs.Metered;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tariffs.Demands;

/// <summary>
/// A coincident demand is that of the events of an earlier span of the year and is billed for a whole year, such as the
/// four summer peaks of a system that set the demand of the next year.
/// </summary>
/// <param name="Measured">The days of the year whose events count.</param>
/// <param name="BilledFrom">First day of the years in which one demand is billed.</param>
public sealed record CoincidentLookBack(AnnualSpan Measured, AnnualDate BilledFrom)
{
    /// <summary>The days that set the demand of a billing year: the latest that ended by its first day.</summary>
    public Period MeasuredBefore(LocalDate start)
    {
        var year = Measured.Until.InYear(start.Year) <= start ? start.Year : start.Year - 1;
        var until = Measured.Until.InYear(year);
        var from = Measured.From.InYear(year);
        return new Period(from < until ? from : Measured.From.InYear(year - 1), until);
    }
}
