using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Deposits;
using BillingActors.Domain.Disputes;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>
/// Does everything that comes due by itself, in this order: promises, plans, disputes that are late, deposits, orders
/// to the field, interest, and the letter; each sees what the ones before have done.
/// </summary>
public static class CollectionReview
{
    /// <summary>Nothing where no review is due and nothing is to be done.</summary>
    public static Decision<AccountEvent> Decide(Account account, ReviewPolicies policies, LocalDate on)
    {
        var policy = policies.Dunning;
        if (CollectionRefusals.UnlessKnown(account) is { } no)
            return no;
        ImmutableArray<Func<Account, Decision<AccountEvent>>> steps =
        [
            state => PromiseReview.Decide(state, on),
            state => PlanReview.Decide(state, on),
            state => DisputeEscalation.Decide(state, policies.Disputes, on),
            state => DepositReview.Decide(state, policies.Deposits, on),
            state => OrderReview.Decide(state, policy, on),
            state => InterestCharging.Decide(state, policy, on),
            state => DunningRun.Decide(state, policy, on),
        ];
        var events = ImmutableArray.CreateBuilder<AccountEvent>();
        var after = account;
        foreach (var step in steps)
        {
            var done = step(after).Events;
            events.AddRange(done);
            after = after.Foresee(done);
        }
        var isDue = account.ReviewOn <= on;
        if (events.Count == 0 && !isDue)
            return Decision<AccountEvent>.Nothing;
        var nextOn = ReviewSchedule.NextOn(after, policies, on);
        Invariant.Holds(nextOn is not { } next || next > on, "a review leaves nothing for its own day");
        events.Add(new AccountEvent.CollectionReviewed(on, nextOn, policy.Interest is not null));
        return events.DrainToImmutable();
    }
}
