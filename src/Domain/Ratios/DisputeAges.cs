using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Ratios;

/// <summary>How old the undecided disputes of one currency are.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="AmountMinor">What is in dispute, in minor units.</param>
/// <param name="AverageDays">Days since they were opened, on average, with one decimal; null without any.</param>
/// <param name="OldestDays">Days since the oldest was opened; null without any.</param>
/// <param name="LateCount">Those that should have been decided.</param>
public sealed record DisputeAges(
    long Count, long AmountMinor, decimal? AverageDays, int? OldestDays, long LateCount)
{
    /// <summary>The ages on a day of disputes, those alike counted together.</summary>
    public static DisputeAges Of(IReadOnlyCollection<DisputeAge> disputes, LocalDate on)
    {
        var count = disputes.Sum(alike => alike.Count);
        if (count == 0)
            return new DisputeAges(0, 0, null, null, 0);
        var days = disputes.Sum(alike => alike.Count * (decimal)DaysOf(alike, on));
        return new DisputeAges(
            count,
            disputes.Sum(alike => alike.AmountMinor),
            Rounding.HalfAwayFromZero(days / count, 1),
            disputes.Max(alike => DaysOf(alike, on)),
            disputes.Where(alike => alike.DueOn < on).Sum(alike => alike.Count));
    }

    private static int DaysOf(DisputeAge alike, LocalDate on) =>
        Math.Max(0, NodaTime.Period.DaysBetween(alike.OpenedOn, on));
}
