using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Cash;

/// <summary>Takes a settlement of credits and debits back; by hand, so it needs a reason.</summary>
public static class CreditRemoval
{
    /// <summary>Refuses a missing reason and a settlement that is not there; once taken back is nothing.</summary>
    public static Decision<AccountEvent> Decide(
        Account account, string settlementId, LocalDate on, CommandContext context)
    {
        if (CashRefusals.UnlessKnown(account) is { } no)
            return no;
        if (CashRefusals.UnlessReasoned(context) is { } unreasoned)
            return unreasoned;
        if (account.Cash.Credit(settlementId) is not { } settlement)
            return CashRefusals.ApplicationUnknown;
        return settlement.IsUndone
            ? Decision<AccountEvent>.Nothing
            : new AccountEvent.CreditUnapplied(settlement, on);
    }
}
