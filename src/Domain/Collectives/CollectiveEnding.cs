using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Collectives;

/// <summary>
/// Ends an account's paying for others: it takes no new children, and those it has go back to pay their bills
/// themselves, or move to a successor. What was billed to it stays with it, and comes on its collective bills still.
/// </summary>
public static class CollectiveEnding
{
    /// <summary>
    /// Refuses an account that pays for nobody, a second end with another successor, and a successor that could not
    /// take the children; the same end again is nothing new.
    /// </summary>
    public static Decision<AccountEvent> Decide(
        Account account, (string Id, Account State)? successor, string accountId, LocalDate on)
    {
        if (Refusals.UnlessKnown(account) is { } no)
            return no;
        if (account.Collective is not { } position)
            return CollectiveRefusals.ParentNotCollecting;
        if (position.End is { } end)
        {
            return end.SuccessorId == successor?.Id
                ? Decision<AccountEvent>.Nothing
                : CollectiveRefusals.CollectiveEnded;
        }
        if (successor is not { } next)
            return new AccountEvent.CollectiveEnded(null, on);
        if (!Refusals.IsId(next.Id))
            return Refusals.IdInvalid;
        if (next.Id == accountId)
            return CollectiveRefusals.SuccessorInvalid;
        return ParentJoining.UnlessFit(account, next.State) is { } misfit
            ? misfit
            : new AccountEvent.CollectiveEnded(next.Id, on);
    }

    /// <summary>Notes that no child is left.</summary>
    public static Decision<AccountEvent> Empty(Account account, LocalDate on) =>
        account.Collective?.End is { IsDone: false }
            ? new AccountEvent.CollectiveEmptied(on)
            : Decision<AccountEvent>.Nothing;
}
