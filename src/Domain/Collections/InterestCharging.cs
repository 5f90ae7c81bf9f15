using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>
/// Charges simple interest on what is or was paid late: from the day after the due day to the day of payment, or to the
/// day of the charge for what is still open. Where a parent pays it comes on the collective bill.
/// </summary>
public static class InterestCharging
{
    /// <summary>The lump sum for late payment.</summary>
    public const string LumpSumKind = "late-payment";

    /// <summary>Nothing where there is less than the minimum, or where a block stops interest.</summary>
    public static Decision<AccountEvent> Decide(Account account, DunningPolicy policy, LocalDate on)
    {
        if (CollectionRefusals.UnlessKnown(account) is { } no)
            return no;
        if (policy.Interest is not { } rule || IsStopped(account, rule, on))
            return Decision<AccountEvent>.Nothing;
        var tracks = InterestCount.Through(account, on);
        ImmutableArray<InterestLine> lines =
        [
            .. tracks.Select(track => LineOf(track, rule)).Where(line => line.AmountMinor != 0),
        ];
        var total = lines.Sum(line => line.AmountMinor);
        if (total <= 0 || total < rule.MinimumMinor)
            return Decision<AccountEvent>.Nothing;
        var dueOn = on.PlusDays(rule.PayWithinDays);
        var charged = new AccountEvent.InterestCharged(
            $"interest-{on:uuuu-MM-dd}", on, dueOn, rule.DayBasis, lines)
        {
            ParentId = account.ParentId,
        };
        ImmutableArray<AccountEvent> events = [charged, .. LumpSums(account, lines, rule, (on, dueOn))];
        return events;
    }

    /// <summary>When interest may be charged next.</summary>
    internal static LocalDate? NextOn(Account account, InterestRule rule) => account.Collected.InterestOn is { } last
        ? last.PlusDays(Math.Max(1, rule.EveryDays))
        : account.OpenItems.Where(item => item.Open.Minor > 0).Select(item => (LocalDate?)item.DueOn).Min()
            ?.PlusDays(Math.Max(1, rule.EveryDays));

    private static bool IsStopped(Account account, InterestRule rule, LocalDate on) =>
        (account.Collected.InterestOn is { } last && on < last.PlusDays(Math.Max(1, rule.EveryDays)))
        || account.Collected.Blocks.Any(block => block.StopsInterest && block.Holds(on));

    private static InterestLine LineOf(InterestTrack track, InterestRule rule)
    {
        var parts = track.Segments.SelectMany(segment => PartsOf(segment, rule)).ToImmutableArray();
        var exact = parts.Sum(part =>
            part.PrincipalMinor * part.RatePercent * NodaTime.Period.DaysBetween(part.AfterOn, part.ThroughOn));
        var minor = Rounding.HalfAwayFromZero(exact / 100m / rule.DayBasis, 0);
        return new InterestLine(track.ItemId, track.Number, parts, decimal.ToInt64(minor));
    }

    // A rate holds from its first day; the days of a segment begin the day after its first.
    private static IEnumerable<InterestPart> PartsOf(InterestSegment segment, InterestRule rule)
    {
        for (var i = 0; i < rule.Rates.Length; i++)
        {
            var after = LocalDate.Max(segment.AfterOn, rule.Rates[i].From.PlusDays(-1));
            var through = i + 1 < rule.Rates.Length
                ? LocalDate.Min(segment.ThroughOn, rule.Rates[i + 1].From.PlusDays(-1))
                : segment.ThroughOn;
            if (after < through && rule.Rates[i].Percent != 0)
                yield return new InterestPart(after, through, segment.PrincipalMinor, rule.Rates[i].Percent);
        }
    }

    private static IEnumerable<AccountEvent> LumpSums(
        Account account,
        ImmutableArray<InterestLine> lines,
        InterestRule rule,
        (LocalDate On, LocalDate DueOn) days)
    {
        if (rule.LumpSumMinor <= 0 && rule.LumpSums.IsEmpty)
            yield break;
        var had = account.Collected.Interest.Where(track => track.HasLumpSum)
            .Select(track => track.ItemId)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var line in lines.Where(line => line.AmountMinor > 0 && !had.Contains(line.ItemId)))
        {
            // The most that was late at once: a part that was paid before the charge was late too.
            var late = new Money(line.Parts.Max(part => part.PrincipalMinor), account.Currency);
            if (rule.LumpSumOf(late) is not (> 0 and var lumpSum))
                continue;
            yield return new AccountEvent.FeeCharged(
                $"late-{days.On:uuuu-MM-dd}.{line.ItemId}",
                LumpSumKind,
                lumpSum,
                days.On,
                days.DueOn,
                line.ItemId)
            {
                ParentId = account.ParentId,
            };
        }
    }
}
