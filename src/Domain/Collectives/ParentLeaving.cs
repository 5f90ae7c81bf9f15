using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Collectives;

/// <summary>Has an account pay its bills itself again; what was billed before stays with the parent.</summary>
public static class ParentLeaving
{
    /// <summary>An account without a parent is nothing new.</summary>
    public static Decision<AccountEvent> Decide(Account account, LocalDate on)
    {
        if (Refusals.UnlessOpen(account) is { } no)
            return no;
        return account.ParentId is { } parentId
            ? new AccountEvent.ParentLeft(parentId, on)
            : Decision<AccountEvent>.Nothing;
    }
}
