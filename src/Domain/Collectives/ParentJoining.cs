using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Collectives;

/// <summary>Has a parent pay the bills of an account from now on.</summary>
public static class ParentJoining
{
    /// <summary>
    /// Refuses a parent that is unknown, closed, of another currency or without collective bills, a second parent, an
    /// account that pays for others, and one on a budget plan; the same parent again is nothing new. An account that
    /// gives collective bills once never has a parent, so no circle can come about, whoever joins at the same time.
    /// </summary>
    public static Decision<AccountEvent> Decide(Account account, Account parent, string parentId, LocalDate on)
    {
        if (Refusals.UnlessOpen(account) is { } no)
            return no;
        if (!Refusals.IsId(parentId))
            return Refusals.IdInvalid;
        if (account.ParentId == parentId)
            return Decision<AccountEvent>.Nothing;
        if (account.ParentId is not null)
            return CollectiveRefusals.ParentExists;
        if (account.Collective is not null)
            return CollectiveRefusals.HierarchyTooDeep;
        if (account.RunningBudget is not null)
            return Budgets.BudgetRefusals.BudgetRuns;
        return UnlessFit(account, parent) is { } misfit ? misfit : new AccountEvent.ParentJoined(parentId, on);
    }

    /// <summary>Why an account cannot pay for another one; or null.</summary>
    internal static Refusal? UnlessFit(Account account, Account parent)
    {
        if (!parent.IsOpen || parent.EntityId != account.EntityId)
            return CollectiveRefusals.ParentUnknown;
        if (parent.Currency != account.Currency)
            return Refusals.CurrencyMismatch;
        return parent.Collective is { End: null } ? null : CollectiveRefusals.ParentNotCollecting;
    }
}
