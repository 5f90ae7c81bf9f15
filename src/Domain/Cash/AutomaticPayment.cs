using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Cash;

/// <summary>Lets payments be drawn by themselves again, after returns had put the account on manual.</summary>
public static class AutomaticPayment
{
    /// <summary>Refuses a missing reason; an account that is not on manual is nothing new.</summary>
    public static Decision<AccountEvent> Decide(Account account, LocalDate on, CommandContext context)
    {
        if (CashRefusals.UnlessKnown(account) is { } no)
            return no;
        if (CashRefusals.UnlessReasoned(context) is { } unreasoned)
            return unreasoned;
        return account.Cash.IsManual
            ? new AccountEvent.AutomaticPaymentResumed(on)
            : Decision<AccountEvent>.Nothing;
    }
}
