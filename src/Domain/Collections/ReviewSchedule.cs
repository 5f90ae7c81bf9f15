using BillingActors.Domain.Accounts;
using BillingActors.Domain.Deposits;
using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>On which day something can come due by itself; what happens meanwhile brings the day forward.</summary>
internal static class ReviewSchedule
{
    /// <summary>Where nobody has said yet how to dun, somebody may say so any day.</summary>
    private const int LookAgainDays = 7;

    public static LocalDate? NextOn(Account account, ReviewPolicies policies, LocalDate on)
    {
        var policy = policies.Dunning;
        IEnumerable<LocalDate?> days =
        [
            .. OfDisputes(account),
            .. OfArrangements(account),
            .. OfItems(account, policy, on),
            OfInterest(account, policy.Interest, on),
            DepositReview.NextOn(account, policies.Deposits, on),
        ];
        return days.Where(day => day > on).Min();
    }

    private static IEnumerable<LocalDate?> OfDisputes(Account account) => account.Disputes.Select(dispute =>
        dispute.IsRunning
            ? dispute.EscalatedOn is null ? dispute.DueOn.PlusDays(1) : null
            : dispute.GraceUntil?.PlusDays(1));

    private static IEnumerable<LocalDate?> OfArrangements(Account account)
    {
        var file = account.Collected;
        foreach (var promise in file.Promises.Where(promise => promise.IsOpen))
            yield return promise.DueOn.PlusDays(1);
        foreach (var plan in file.Plans.Where(plan => plan.IsRunning))
            yield return plan.FirstUnpaid(plan.PaidMinor(account))?.DueOn.PlusDays(plan.GraceDays + 1);
        foreach (var block in file.Blocks)
            yield return block.Through?.PlusDays(1);
    }

    private static IEnumerable<LocalDate?> OfItems(Account account, DunningPolicy policy, LocalDate on)
    {
        foreach (var item in account.OpenItems.Where(item => item.Open.Minor > 0 && item.DueOn >= on))
            yield return item.DueOn.PlusDays(1);
        var overdue = DunningPreview.Due(account, on);
        if (!overdue.IsEmpty && policy.Levels.IsEmpty)
            yield return on.PlusDays(LookAgainDays);
        foreach (var due in overdue)
        {
            if (DunningPreview.ReadyOn(account, policy, due) is { } ready)
                yield return ready > on || IsHeldByMore(account, policy, on) ? ready : on.PlusDays(1);
        }
        var pending = account.Collected.Orders.Any(order =>
            order is { Kind: ServiceOrderKind.Disconnect, Status: ServiceOrderStatus.Pending });
        if (pending)
            yield return on.PlusDays(1);
    }

    // What is held by an amount or a block waits for an event or the end of the block, not for the next day.
    private static bool IsHeldByMore(Account account, DunningPolicy policy, LocalDate on) =>
        DunningPreview.Of(account, policy, on).Hold is DunningHold.BelowMinimum or DunningHold.Blocked;

    private static LocalDate? OfInterest(Account account, InterestRule? rule, LocalDate on)
    {
        if (rule is null || InterestCount.Through(account, on).IsEmpty)
            return null;
        return InterestCharging.NextOn(account, rule) is { } next && next > on
            ? next
            : on.PlusDays(Math.Max(1, rule.EveryDays));
    }
}
