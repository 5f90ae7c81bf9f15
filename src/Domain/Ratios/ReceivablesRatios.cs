using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Ratios;

/// <summary>
/// How fast and how fully receivables turn into money, as the literature of credit control defines it. Each figure has
/// one decimal; null where there is nothing to divide by.
/// </summary>
/// <param name="OutstandingDays">Days sales outstanding: receivables / sales × days.</param>
/// <param name="BestPossibleDays">Items not due / sales × days.</param>
/// <param name="DelinquentDays">What lies between the two: days that customers pay late on average.</param>
/// <param name="PastDuePercent">Past due / (past due + not due) × 100.</param>
/// <param name="EffectivenessPercent">
/// Collection effectiveness index: (opening + sales − closing) / (opening + sales − not due) × 100.
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
        var outstanding = Share(figures.ClosingMinor, figures.SalesMinor, figures.Days);
        var best = Share(figures.NotDueMinor, figures.SalesMinor, figures.Days);
        var toCollect = figures.OpeningMinor + figures.SalesMinor;
        return new ReceivablesRatios(
            outstanding,
            best,
            outstanding - best,
            Share(figures.PastDueMinor, figures.PastDueMinor + figures.NotDueMinor, 100),
            Share(toCollect - figures.ClosingMinor, toCollect - figures.NotDueMinor, 100));
    }

    private static decimal? Share(long part, long whole, int times) =>
        whole > 0 ? Rounding.HalfAwayFromZero((decimal)part / whole * times, Decimals) : null;
}
