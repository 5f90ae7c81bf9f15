using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Ratios;

/// <summary>Receivables and sales of one currency, day by day; what was owed on any past day is read from it.</summary>
/// <param name="days">Days on which something was booked, in any order.</param>
public sealed class ReceivablesHistory(IEnumerable<ReceivablesDay> days)
{
    private const int MonthsOfRatio = 3;

    private readonly ImmutableArray<ReceivablesDay> _days = [.. days.OrderBy(day => day.On)];

    /// <summary>Receivables at the end of a day.</summary>
    public long ClosingAt(LocalDate day) =>
        _days.TakeWhile(one => one.On <= day).Sum(one => one.ReceivablesMinor);

    /// <summary>Sales between two days, both inclusive.</summary>
    public long SalesBetween(LocalDate from, LocalDate through) =>
        _days.Where(one => one.On >= from && one.On <= through).Sum(one => one.SalesMinor);

    /// <summary>The last months until a day, oldest first; the last one ends on that day.</summary>
    public ImmutableArray<ReceivablesMonth> Months(LocalDate through, int count)
    {
        Invariant.Holds(count > 0, "a series has at least one month");
        var last = through.ToYearMonth();
        return [.. Enumerable.Range(1 - count, count).Select(step => MonthOf(last.PlusMonths(step), through))];
    }

    /// <summary>
    /// Days sales outstanding by counting back: whole months of sales are taken off what is owed, newest first, and of
    /// the month in which nothing is left its share. Null where the months do not cover what is owed.
    /// </summary>
    public decimal? CountbackDays(LocalDate through, int monthCount)
    {
        var (left, counted) = (ClosingAt(through), 0m);
        for (var step = 0; step < monthCount; step++)
        {
            if (left <= 0)
                return Rounded(counted);
            var month = through.ToYearMonth().PlusMonths(-step);
            var (from, until) = (month.OnDayOfMonth(1), Earlier(EndOf(month), through));
            var (sales, length) = (SalesBetween(from, until), NodaTime.Period.DaysBetween(from, until) + 1);
            if (sales > left)
                return Rounded(counted + ((decimal)left / sales * length));
            (left, counted) = (left - sales, counted + length);
        }
        return left <= 0 ? Rounded(counted) : null;
    }

    private ReceivablesMonth MonthOf(YearMonth month, LocalDate through)
    {
        var end = Earlier(EndOf(month), through);
        var first = month.PlusMonths(1 - MonthsOfRatio).OnDayOfMonth(1);
        var closing = ClosingAt(end);
        var ratios = ReceivablesRatios.Of(new ReceivablesFigures(
            NodaTime.Period.DaysBetween(first, end) + 1, ClosingAt(first.PlusDays(-1)), SalesBetween(first, end),
            closing, 0, 0));
        return new ReceivablesMonth(
            month, SalesBetween(month.OnDayOfMonth(1), end), closing, ratios.OutstandingDays);
    }

    private static LocalDate EndOf(YearMonth month) => month.PlusMonths(1).OnDayOfMonth(1).PlusDays(-1);

    private static LocalDate Earlier(LocalDate one, LocalDate other) => one < other ? one : other;

    private static decimal Rounded(decimal exact) => Rounding.HalfAwayFromZero(exact, 1);
}
