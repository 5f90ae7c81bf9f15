using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Deposits;

/// <summary>A bill the customer had: its days and its total.</summary>
public sealed record BilledMonths(Period Period, long TotalMinor)
{
    /// <summary>Its months: whole ones, and days beyond them as twelve parts of 365.</summary>
    public decimal Months
    {
        get
        {
            var whole = NodaTime.Period.Between(Period.From, Period.Until, PeriodUnits.Months | PeriodUnits.Days);
            return whole.Months + (whole.Days * 12m / 365m);
        }
    }
}
