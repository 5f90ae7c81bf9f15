using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Deposits;

/// <summary>
/// Counts interest: simple, by days, each day at the rate of its calendar year, from the day of payment up to, and not
/// including, the day it is given back. What rounding leaves is carried on.
/// </summary>
internal static class DepositInterestCount
{
    /// <summary>The days that are not credited, up to a day, by year and rate.</summary>
    public static ImmutableArray<DepositInterestPart> Parts(
        Deposit deposit, DepositInterestRule rule, LocalDate until) =>
    [
        .. Segments(deposit, until).SelectMany(Years)
            .Select(year => new DepositInterestPart(
                year.From, year.Until, year.PrincipalMinor, rule.RateOf(year.From.Year) ?? 0m)),
    ];

    /// <summary>The first year that bears interest and has no rate, or null.</summary>
    public static int? YearWithoutRate(Deposit deposit, DepositInterestRule rule, LocalDate until) =>
        Segments(deposit, until).SelectMany(Years)
            .Select(year => (int?)year.From.Year)
            .Where(year => rule.RateOf(year!.Value) is null)
            .Min();

    /// <summary>Exact interest of the parts with what was carried on, in minor units.</summary>
    public static decimal ExactMinor(
        Deposit deposit, DepositInterestRule rule, ImmutableArray<DepositInterestPart> parts) =>
        Rounding.WithoutNoise((deposit.Interest?.CarryMinor ?? 0m) + parts.Sum(part =>
            part.PrincipalMinor * part.RatePercent * NodaTime.Period.DaysBetween(part.From, part.Until)
                / (100m * rule.DaysOf(part.From.Year))));

    private static ImmutableArray<DepositSegment> Segments(Deposit deposit, LocalDate until)
    {
        if (deposit.Interest is not { } interest)
            return [];
        var bearing = DepositHolding.Bearing(deposit);
        return bearing == 0 || interest.CountedUntil >= until
            ? interest.Segments
            : interest.Segments.Add(new DepositSegment(interest.CountedUntil, until, bearing));
    }

    private static IEnumerable<DepositSegment> Years(DepositSegment segment)
    {
        for (var from = segment.From; from < segment.Until;)
        {
            var next = LocalDate.Min(new LocalDate(from.Year + 1, 1, 1), segment.Until);
            yield return segment with { From = from, Until = next };
            from = next;
        }
    }
}
