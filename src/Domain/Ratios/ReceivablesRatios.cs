using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Ratios;

/// <summary>
/// How fast and how fully receivables turn into money, as the literature of credit control defines it. Each figure has
/// one decimal; null where there is nothing to divide by. Of receivables that are less than nothing, because customers
/// are in credit, no day is outstanding. What is not due is the closing less what is past due: credits lower the
/// closing, and were they left in what is not due, more than all could be collected.
/// </summary>
/// <param name="OutstandingDays">Days sales outstanding: receivables / sales × days; not negative.</param>
/// <param name="BestPossibleDays">What is not due / sales × days; not negative.</param>
/// <param name="DelinquentDays">What lies between the two: days that customers pay late on average.</param>
/// <param name="PastDuePercent">Past due / (past due + not due) × 100.</param>
/// <param name="EffectivenessPercent">
/// Collection effectiveness index: (opening + sales − closing) / (opening + sales − not due) × 100; never above 100,
/// and below nothing where more went back than came in.
/// </param>
public sealed record ReceivablesRatios(
    decimal? OutstandingDays,
    decimal? BestPossibleDays,
    decimal? DelinquentDays,
    decimal? PastDuePercent,
    decimal? EffectivenessPercent)
{
    private const int Decimals = 1;

    /// <summary>The ratios of a period.</summary>
    public static ReceivablesRatios Of(ReceivablesFigures figures)
    {
        Invariant.Holds(figures.Days > 0, "a period has at least one day");
        Invariant.Holds(figures.PastDueMinor >= 0, "credits are not past due");
        var notDue = figures.ClosingMinor - figures.PastDueMinor;
        var outstanding = Share(Math.Max(0, figures.ClosingMinor), figures.SalesMinor, figures.Days);
        var best = Share(Math.Max(0, notDue), figures.SalesMinor, figures.Days);
        var toCollect = figures.OpeningMinor + figures.SalesMinor;
        return new ReceivablesRatios(
            outstanding,
            best,
            outstanding - best,
            Share(figures.PastDueMinor, figures.PastDueMinor + figures.NotDueMinor, 100),
            Share(toCollect - figures.ClosingMinor, toCollect - notDue, 100));
    }

    private static decimal? Share(long part, long whole, int times) =>
        whole > 0 ? Rounding.HalfAwayFromZero((decimal)part / whole * times, Decimals) : null;
}
