using System.Collections.Immutable;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Budgets;

/// <summary>What an instalment should be, from what was billed.</summary>
public static class BudgetEstimate
{
    /// <summary>Fewer days say too little about a year.</summary>
    public const int BilledDaysMin = 28;

    private const int YearDays = 365;

    /// <summary>
    /// A year at the rate of the billed days, split into instalments, each rounded to whole units of the currency, half
    /// away from zero; null where too little was billed, or nothing is to be paid.
    /// </summary>
    public static Money? Of(ImmutableArray<BilledAmount> billed, int instalmentCount, Currency currency)
    {
        var days = billed.Sum(bill => bill.Period.Days);
        if (days < BilledDaysMin)
            return null;
        var year = new Money(billed.Sum(bill => bill.TotalMinor), currency).ToDecimal() * YearDays / days;
        return Whole(year / instalmentCount, currency) is { Minor: > 0 } amount ? amount : null;
    }

    /// <summary>An exact amount in whole units of the currency, half away from zero.</summary>
    internal static Money Whole(decimal exact, Currency currency) =>
        Rounding.ToMoney(Rounding.HalfAwayFromZero(Rounding.WithoutNoise(exact), 0), currency);

    /// <summary>
    /// What a year of a plan will come to with what is carried into it, at the rate of the days billed in it; null
    /// where too little was billed.
    /// </summary>
    internal static decimal? OfYear(BudgetYear year, Currency currency, int billedDaysMin = BilledDaysMin) =>
        year.BilledDays < billedDaysMin
            ? null
            : (new Money(year.ActualMinor, currency).ToDecimal() * YearDays / year.BilledDays)
                + new Money(year.CarriedMinor, currency).ToDecimal();
}
