using System.Collections.Immutable;
using NodaTime;

namespace BillingActors.Domain.Deposits;

/// <summary>Simple interest on the deposit that is held, by the rate of each calendar year.</summary>
/// <param name="Rates">Rates by year; a year without one is not counted before it has one.</param>
/// <param name="DayCount">How many days a year has.</param>
/// <param name="CreditedOn">
/// The day of the year on which interest is credited; null: only when the deposit is released.
/// </param>
/// <param name="DaysMin">Held for fewer days a deposit bears nothing; from then on, from its first day.</param>
public sealed record DepositInterestRule(
    ImmutableArray<DepositRate> Rates, DepositDayCount DayCount, AnnualDate? CreditedOn, int DaysMin = 0)
{
    /// <summary>The rate of a year, or null.</summary>
    public decimal? RateOf(int year) => Rates.FirstOrDefault(rate => rate.Year == year)?.Percent;

    /// <summary>Days of a year, as they are counted.</summary>
    public int DaysOf(int year) => DayCount switch
    {
        DepositDayCount.Actual365 => 365,
        DepositDayCount.Actual360 => 360,
        _ => CalendarSystem.Iso.GetDaysInYear(year),
    };
}
