using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Collectives;

/// <summary>A child follows the end of its parent: it goes back, or moves to the successor.</summary>
public static class ParentFollowing
{
    /// <summary>
    /// Nothing where another one pays for it already. A closed account, and one whose successor could not take it any
    /// more, goes back: nobody is left with a parent that has ended.
    /// </summary>
    public static Decision<AccountEvent> Decide(
        Account account, string parentId, (string Id, Account State)? successor, LocalDate on)
    {
        if (Refusals.UnlessKnown(account) is { } no)
            return no;
        if (account.ParentId != parentId)
            return Decision<AccountEvent>.Nothing;
        var left = new AccountEvent.ParentLeft(parentId, on);
        if (successor is not { } next || !account.IsOpen || ParentJoining.UnlessFit(account, next.State) is not null)
            return left;
        ImmutableArray<AccountEvent> moved = [left, new AccountEvent.ParentJoined(next.Id, on)];
        return moved;
    }
}
