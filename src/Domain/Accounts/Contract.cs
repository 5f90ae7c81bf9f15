using System.Collections.Immutable;
using BillingActors.Domain.Charging;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.State;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Accounts;

/// <summary>Puts a service point on a tariff from a day, for an account that pays.</summary>
/// <param name="Id">The contract.</param>
/// <param name="ServicePointId">The service point.</param>
/// <param name="From">First day, inclusive.</param>
/// <param name="Until">End day, exclusive; null while it runs.</param>
/// <param name="Tariffs">The tariffs it is on, by first day; never empty.</param>
/// <param name="BilledThrough">Everything before this day is billed; null before the first bill.</param>
/// <param name="Positions">What each register was billed up to.</param>
/// <param name="History">Billed use, oldest first, at most <see cref="HistoryCountMax"/> periods.</param>
public sealed record Contract(
    string Id,
    string ServicePointId,
    LocalDate From,
    LocalDate? Until,
    ImmutableArray<TariffAssignment> Tariffs,
    LocalDate? BilledThrough,
    ImmutableArray<RegisterPosition> Positions,
    ImmutableArray<BilledUse> History)
{
    /// <summary>How many billed periods are kept: a year and the month before it.</summary>
    public const int HistoryCountMax = 13;

    /// <summary>What the bills before left for the next: peaks, banks, allowances; null: nothing.</summary>
    public RatingState? State { get; init; }

    /// <summary>What was rated when it came; null: nothing ever was.</summary>
    public UsageFile? Usage { get; init; }

    /// <summary>The days before <paramref name="end"/> that are not billed yet, or null when there are none.</summary>
    public Period? Unbilled(LocalDate end)
    {
        var from = BilledThrough ?? From;
        var until = Until is { } ended ? LocalDate.Min(ended, end) : end;
        return from < until ? new Period(from, until) : null;
    }

    /// <summary>Whether it runs on any of the days up to, and not including, the end day; null: for ever.</summary>
    public bool Overlaps(LocalDate from, LocalDate? until) =>
        (Until is not { } ended || from < ended) && (until is not { } end || From < end);

    /// <summary>The days of a period on each tariff, in order.</summary>
    public IEnumerable<(Period Part, string TariffId)> OnTariffs(Period period)
    {
        for (var i = 0; i < Tariffs.Length; i++)
        {
            LocalDate? until = i + 1 < Tariffs.Length ? Tariffs[i + 1].From : null;
            if (period.Overlap(Tariffs[i].From, until) is { } part)
                yield return (part, Tariffs[i].TariffId);
        }
    }
}
