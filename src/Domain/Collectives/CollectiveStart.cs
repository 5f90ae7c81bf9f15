using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Collectives;

/// <summary>Lets an account pay for others from now on, or moves the day of its collective bills.</summary>
public static class CollectiveStart
{
    /// <summary>
    /// Refuses a day not every month has, an account that has a parent, and one whose children still leave it; the same
    /// day is nothing new.
    /// </summary>
    public static Decision<AccountEvent> Decide(Account account, int billDay, LocalDate on)
    {
        if (Refusals.UnlessOpen(account) is { } no)
            return no;
        if (billDay is < 1 or > 28)
            return CollectiveRefusals.BillDayInvalid;
        if (account.ParentId is not null)
            return CollectiveRefusals.HierarchyTooDeep;
        if (account.Collective?.End is { IsDone: false })
            return CollectiveRefusals.CollectiveEnding;
        if (account.Collective is { End: null } position && position.BillDay == billDay)
            return Decision<AccountEvent>.Nothing;
        // Two bill days never fall on one day, so that each has an id of its own.
        var after = account.Collective?.Bills is [.., var last] ? LocalDate.Max(on, last.IssuedOn) : on;
        return new AccountEvent.CollectiveStarted(billDay, on, CollectivePosition.BillDayAfter(billDay, after));
    }
}
