using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Cash;

/// <summary>
/// Takes an application back: its items are open again as they were, its money is free, its receipt stands. By hand, so
/// it needs a reason.
/// </summary>
public static class ApplicationRemoval
{
    /// <summary>Refuses a missing reason, and an application that is not there; once taken back is nothing.</summary>
    public static Decision<AccountEvent> Decide(Account account, RemoveApplication wanted, CommandContext context)
    {
        if (CashRefusals.UnlessKnown(account) is { } no)
            return no;
        if (CashRefusals.UnlessReasoned(context) is { } unreasoned)
            return unreasoned;
        if (account.Cash.Receipt(wanted.ReceiptId) is not { } receipt)
            return CashRefusals.ReceiptUnknown;
        if (receipt.Application(wanted.ApplicationId) is not { } application)
            return CashRefusals.ApplicationUnknown;
        return application.IsUndone
            ? Decision<AccountEvent>.Nothing
            : new AccountEvent.ReceiptUnapplied(receipt.Id, application, wanted.On);
    }
}
