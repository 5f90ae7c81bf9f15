using System.Collections.Immutable;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Charging;

/// <summary>
/// What a contract keeps of records that were rated when they came; a contract without any keeps none.
/// </summary>
/// <param name="Periods">Periods that have records, oldest first.</param>
public sealed record UsageFile(ImmutableArray<UsagePeriod> Periods)
{
    /// <summary>For how many months after it was billed a period still takes late records.</summary>
    public const int LateMonthsMax = 13;

    /// <summary>Nothing was used.</summary>
    public static UsageFile None { get; } = new([]);

    /// <summary>What is known of the period, or null.</summary>
    public UsagePeriod? Of(Period period) => Periods.FirstOrDefault(known => known.Period == period);

    /// <summary>What is used and on no bill yet, exact, in units of the currency.</summary>
    public decimal UnbilledOf(LocalDate? billedThrough, LocalDate? until) => Periods.Sum(one =>
        UsageSums.AmountOf(IsBilled(one.Period, billedThrough, until) ? one.LateSums : one.Sums));

    /// <summary>Balances before the first record of a period that has none yet.</summary>
    internal UsageBalances? BalancesBefore(Period period, UsageBalances? billed) =>
        Periods.LastOrDefault(known => known.Period.From < period.From) is { } before
            ? before.Live ?? before.Opening ?? billed
            : billed;

    /// <summary>The file with what a change makes of a period.</summary>
    internal UsageFile With(Period period, UsageBalances? billed, Func<UsagePeriod, UsagePeriod> change)
    {
        if (Of(period) is { } known)
            return new UsageFile(Periods.Replace(known, change(known)));
        var first = new UsagePeriod(period) { Opening = BalancesBefore(period, billed) };
        return new UsageFile([.. Periods.Append(change(first)).OrderBy(static one => one.Period.From)]);
    }

    /// <summary>
    /// The file after a bill up to a day: keys of what is billed are kept apart, and what came late is billed too.
    /// </summary>
    internal UsageFile Closed(LocalDate billedThrough, LocalDate? until) => new(
    [
        .. Periods.Where(one => one.Period.Until > billedThrough.PlusMonths(-LateMonthsMax))
            .Select(one => IsBilled(one.Period, billedThrough, until) ? Closed(one) : one),
    ]);

    /// <summary>The file after an invoice was taken back: what was late on it waits again.</summary>
    internal UsageFile Reopened(ImmutableArray<LateUsage> waiting) => waiting.Aggregate(this, static (file, late) =>
        file.With(late.Period, null, one => one with
        {
            LateVersions = [.. late.Versions.Union(one.LateVersions).Order()],
            LateSums = UsageSums.Add(one.LateSums, late.Sums),
        }));

    /// <summary>What waits late, to be kept when it is billed.</summary>
    internal ImmutableArray<LateUsage> Late =>
        [.. Periods.Where(static one => one.HasLate)
            .Select(static one => new LateUsage(one.Period, one.LateVersions, one.LateSums))];

    /// <summary>Whether all days of the period that the contract runs on are billed.</summary>
    internal static bool IsBilled(Period period, LocalDate? billedThrough, LocalDate? until) =>
        billedThrough is { } billed
        && (until is { } end && end < period.Until ? end : period.Until) <= billed;

    private static UsagePeriod Closed(UsagePeriod one) => one with
    {
        Ids = ReadOnlyMemory<byte>.Empty,
        HasStoredIds = one.HasStoredIds || one.Ids.Length > 0,
        LateVersions = [],
        LateSums = [],
    };
}
