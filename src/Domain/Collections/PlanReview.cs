using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>Says of a running plan whether all is paid, or an instalment was missed beyond its grace.</summary>
public static class PlanReview
{
    /// <summary>A broken plan leaves its items due at once, at the dunning level they had.</summary>
    public static Decision<AccountEvent> Decide(Account account, LocalDate on)
    {
        if (CollectionRefusals.UnlessKnown(account) is { } no)
            return no;
        ImmutableArray<AccountEvent> judged =
        [
            .. account.Collected.Plans.Where(plan => plan.IsRunning)
                .Select(plan => Judged(account, plan, on))
                .OfType<AccountEvent>(),
        ];
        return judged;
    }

    private static AccountEvent? Judged(Account account, PaymentPlan plan, LocalDate on)
    {
        var (paid, due) = (plan.PaidMinor(account), plan.DueMinor(on));
        if (paid >= plan.TotalMinor)
            return new AccountEvent.PlanKept(plan.Id, on);
        return paid < due ? new AccountEvent.PlanBroken(plan.Id, on, paid, due - paid) : null;
    }
}
