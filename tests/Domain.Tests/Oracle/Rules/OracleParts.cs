using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tests.Oracle.Rules.Clocks;

namespace BillingActors.Domain.Tests.Oracle.Rules;

/// <summary>Parts of days, months and years: counted day by day.</summary>
internal static class OracleParts
{
    /// <summary>Decimals that limits and quantities cut by days are kept to.</summary>
    public const int CutDecimals = 6;

    private const int ThirtyDays = 30;

    /// <summary>What a price comes to in some days.</summary>
    public static Rational AmountOf(
        OracleContext context, Rational price, ChargePer per, DaySpan days, string? rule = null) => price * (per switch
        {
            ChargePer.Day => days.Count,
            ChargePer.Month => Months(context, days, rule ?? RuleOf(context)),
            ChargePer.Year => DayByDay(days, static day => DateTime.IsLeapYear(day.Year) ? 366 : 365),
            _ => (Rational)days.Count / context.Service.Count,
        });

    /// <summary>A limit in some days: parts of a span always sum to the limit of the span.</summary>
    public static Rational LimitOf(OracleContext context, Rational limit, ChargePer per, DaySpan days)
    {
        switch (per)
        {
            case ChargePer.Day:
                return limit * days.Count;
            case ChargePer.Year or ChargePer.Life:
                return limit;
            default:
                return LimitUntil(context, limit, per, days.Until) - LimitUntil(context, limit, per, days.From);
        }
    }

    private static Rational LimitUntil(OracleContext context, Rational limit, ChargePer per, int day)
    {
        var rule = RuleOf(context);
        if (per == ChargePer.Month && rule == "actual-days")
            return Cut(limit, day - context.Cycle.From, context.Cycle.Count);
        if (day <= context.Service.From)
            return 0;
        var days = context.Service with { Until = day };
        return per == ChargePer.Bill
            ? Cut(limit, days.Count, context.Service.Count)
            : (limit * Months(context, days, rule)).Round(CutDecimals);
    }

    // What is not cut is not rounded, though blocks of hours of a mean of three peaks have no end of digits.
    private static Rational Cut(Rational limit, int days, int all) =>
        days == all ? limit : (limit * days / all).Round(CutDecimals);

    // A bill period that is as long as some month is one, whatever part of thirty days or of a mean month it is.
    private static string RuleOf(OracleContext context)
    {
        var rule = context.Word("proration", "actual-days");
        if (rule is not ("thirty-days" or "average-month")
            || context.Word("month-days", "") is not { Length: > 0 } span)
        {
            return rule;
        }
        var bounds = span.Split('-').Select(static one => int.Parse(one, null)).ToArray();
        return bounds[0] <= context.Service.Count && context.Service.Count <= bounds[1] ? "whole" : rule;
    }

    private static Rational Months(OracleContext context, DaySpan days, string rule)
    {
        var service = context.Service;
        return rule switch
        {
            "whole" => (Rational)days.Count / service.Count,
            "average-month" => (Rational)days.Count * 12 / 365,
            "thirty-days" => (Rational)days.Count / ThirtyDays,
            "calendar-month" => DayByDay(days, static day => DateTime.DaysInMonth(day.Year, day.Month)),
            "thirty-day-month" when service == context.Cycle => (Rational)days.Count / context.Cycle.Count,
            "thirty-day-month" => (Rational)days.Count / Math.Max(ThirtyDays, service.Count),
            _ => (Rational)days.Count / context.Cycle.Count,
        };
    }

    private static Rational DayByDay(DaySpan days, Func<DateOnly, int> lengthOf)
    {
        var byLength = new SortedDictionary<int, int>();
        for (var day = days.From; day < days.Until; day++)
        {
            var length = lengthOf(DateOnly.FromDayNumber(day));
            byLength[length] = byLength.GetValueOrDefault(length) + 1;
        }
        return Rational.Sum(byLength.Select(static entry => (Rational)entry.Value / entry.Key));
    }
}
