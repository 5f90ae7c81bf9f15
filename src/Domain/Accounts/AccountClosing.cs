using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Accounts;

/// <summary>Closes an account when every contract has ended and everything is billed.</summary>
public static class AccountClosing
{
    /// <summary>
    /// Refuses while a contract runs or days or charges are not billed; a closed account is nothing new.
    /// </summary>
    public static Decision<AccountEvent> Decide(Account account, LocalDate on)
    {
        if (account.Status == AccountStatus.Closed)
            return Decision<AccountEvent>.Nothing;
        if (Refusals.UnlessOpen(account) is { } no)
            return no;
        if (on < account.OpenedOn)
            return Refusals.DateNotAllowed;
        if (account.Charges.Length > 0 || account.Contracts.Any(contract => !IsDone(contract, on)))
            return Refusals.AccountInUse;
        return new AccountEvent.Closed(on);
    }

    private static bool IsDone(Contract contract, LocalDate on) =>
        contract.Until is { } until && until <= on && contract.BilledThrough == until;
}
