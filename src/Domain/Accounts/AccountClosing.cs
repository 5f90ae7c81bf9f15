using System.Collections.Immutable;
using BillingActors.Domain.Budgets;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Transfers;
using NodaTime;

namespace BillingActors.Domain.Accounts;

/// <summary>Closes an account when every contract has ended and everything is billed.</summary>
public static class AccountClosing
{
    /// <summary>
    /// Refuses while a contract runs, days or charges are not billed, or a transfer is under way; a closed account is
    /// nothing new. A budget plan that runs is settled and ended first.
    /// </summary>
    public static Decision<AccountEvent> Decide(Account account, LocalDate on)
    {
        if (account.Status == AccountStatus.Closed)
            return Decision<AccountEvent>.Nothing;
        if (Refusals.UnlessOpen(account) is { } no)
            return no;
        if (on < account.OpenedOn)
            return Refusals.DateNotAllowed;
        if (account.TransferWaitsSince is not null)
            return TransferRefusals.TransferPending;
        if (account.Charges.Length > 0
            || account.Collective is { LineCount: > 0 } or { End: null or { IsDone: false } }
            || account.Contracts.Any(contract => !IsDone(contract, on)))
        {
            return Refusals.AccountInUse;
        }
        ImmutableArray<AccountEvent> ended = account.RunningBudget is { } plan
            ? BudgetEnding.Ended(account, plan, "account-closed", on)
            : [];
        return ended.Add(new AccountEvent.Closed(on));
    }

    private static bool IsDone(Contract contract, LocalDate on) =>
        contract.Until is { } until && until <= on && contract.BilledThrough == until;
}
