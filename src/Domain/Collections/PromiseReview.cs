using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>Says of each running promise whether it is kept, or was broken when its day is over.</summary>
public static class PromiseReview
{
    /// <summary>A part in time leaves it broken with what is short; a promise is judged once.</summary>
    public static Decision<AccountEvent> Decide(Account account, LocalDate on)
    {
        if (CollectionRefusals.UnlessKnown(account) is { } no)
            return no;
        ImmutableArray<AccountEvent> judged =
        [
            .. account.Collected.Promises.Where(promise => promise.IsOpen)
                .Select(promise => Judged(promise, on))
                .OfType<AccountEvent>(),
        ];
        return judged;
    }

    private static AccountEvent? Judged(PaymentPromise promise, LocalDate on)
    {
        if (promise.ReceivedMinor >= promise.AmountMinor)
            return new AccountEvent.PromiseKept(promise.Id, on, promise.ReceivedMinor);
        var shortMinor = promise.AmountMinor - promise.ReceivedMinor;
        return on > promise.DueOn
            ? new AccountEvent.PromiseBroken(promise.Id, on, promise.ReceivedMinor, shortMinor)
            : null;
    }
}
