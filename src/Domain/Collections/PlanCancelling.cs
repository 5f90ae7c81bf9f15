using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>Ends a payment plan by hand; the due dates of its items count again.</summary>
public static class PlanCancelling
{
    /// <summary>Refuses a plan that was kept or broken; one that was ended is nothing.</summary>
    public static Decision<AccountEvent> Decide(Account account, string planId, LocalDate on)
    {
        if (CollectionRefusals.UnlessKnown(account) is { } no)
            return no;
        return account.Collected.Plan(planId)?.Status switch
        {
            null => CollectionRefusals.PlanUnknown,
            PlanStatus.Cancelled => Decision<AccountEvent>.Nothing,
            PlanStatus.Running => new AccountEvent.PlanCancelled(planId, on),
            _ => CollectionRefusals.AlreadyEnded,
        };
    }
}
