using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Collections;

/// <summary>Takes a promise to pay; while it runs, what it covers is not dunned.</summary>
public static class PromiseMaking
{
    /// <summary>
    /// Refuses a second running promise, more than is open, a day too far ahead, and too many broken ones before.
    /// </summary>
    public static Decision<AccountEvent> Decide(Account account, AccountEvent.PromiseMade wanted, PromiseRule rule)
    {
        if (CollectionRefusals.UnlessKnown(account) is { } no)
            return no;
        if (!Refusals.IsId(wanted.PromiseId) || !Refusals.IsId(wanted.SaidBy))
            return Refusals.IdInvalid;
        if (account.Collected.Promise(wanted.PromiseId) is { } known)
            return IsSame(known, wanted) ? Decision<AccountEvent>.Nothing : CollectionRefusals.IdTaken;
        if (account.Collected.Promises.Any(promise => promise.IsOpen))
            return CollectionRefusals.PromiseRunning;
        if (wanted.AmountMinor <= 0)
            return CollectionRefusals.AmountNotPositive;
        if (wanted.DueOn < wanted.On)
            return Refusals.DateNotAllowed;
        if (wanted.DueOn > wanted.On.PlusDays(rule.DaysMax))
            return CollectionRefusals.TooFarAhead(rule.DaysMax);
        if (BrokenCount(account, wanted) >= rule.BrokenCountMax)
            return CollectionRefusals.TooManyBroken(rule.BrokenCountMax);
        return Covered(account, wanted);
    }

    private static Decision<AccountEvent> Covered(Account account, AccountEvent.PromiseMade wanted)
    {
        if (wanted.ItemIds.Any(id => account.Item(id) is not { Open.Minor: > 0 }))
            return CollectionRefusals.ItemUnknown;
        if (wanted.ItemIds.Any(id => account.Collected.IsPlanned(id) || account.Collected.IsPlaced(id)))
            return CollectionRefusals.ItemElsewhere;
        var open = account.OpenItems
            .Where(item => item.Open.Minor > 0)
            .Where(item => wanted.ItemIds.IsEmpty || wanted.ItemIds.Contains(item.Id, StringComparer.Ordinal))
            .Sum(item => account.Undisputed(item).Minor);
        return wanted.AmountMinor > open ? CollectionRefusals.ExceedsOpen(open) : wanted;
    }

    private static int BrokenCount(Account account, AccountEvent.PromiseMade wanted) =>
        account.Collected.Promises.Count(promise =>
            promise.Status == PromiseStatus.Broken && promise.DueOn > wanted.On.PlusYears(-1));

    private static bool IsSame(PaymentPromise promise, AccountEvent.PromiseMade wanted) =>
        promise.AmountMinor == wanted.AmountMinor
        && promise.MadeOn == wanted.On
        && promise.DueOn == wanted.DueOn
        && promise.SaidBy == wanted.SaidBy
        && promise.ItemIds.SequenceEqual(wanted.ItemIds, StringComparer.Ordinal);
}
