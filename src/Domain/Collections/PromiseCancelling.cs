using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>Takes a promise back before its day.</summary>
public static class PromiseCancelling
{
    /// <summary>Refuses a promise that was kept or broken; one that was taken back is nothing.</summary>
    public static Decision<AccountEvent> Decide(Account account, string promiseId, LocalDate on)
    {
        if (CollectionRefusals.UnlessKnown(account) is { } no)
            return no;
        return account.Collected.Promise(promiseId)?.Status switch
        {
            null => CollectionRefusals.PromiseUnknown,
            PromiseStatus.Cancelled => Decision<AccountEvent>.Nothing,
            PromiseStatus.Open => new AccountEvent.PromiseCancelled(promiseId, on),
            _ => CollectionRefusals.AlreadyEnded,
        };
    }
}
