using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Collectives;

/// <summary>Issues the collective bill of a bill day when every bill that waited for it is taken.</summary>
public static class CollectiveBilling
{
    /// <summary>Nothing before the bill day; a day without bills passes.</summary>
    public static Decision<AccountEvent> Decide(Account account, LocalDate on)
    {
        if (Refusals.UnlessKnown(account) is { } no)
            return no;
        if (account.Collective is not { } position || position.NextOn > on)
            return Decision<AccountEvent>.Nothing;
        var nextOn = CollectivePosition.BillDayAfter(position.BillDay, position.NextOn);
        if (position.LineCount == 0)
            return new AccountEvent.CollectivePassed(position.NextOn, nextOn);
        return new AccountEvent.CollectiveBilled(
            position.NextBillId,
            position.NextOn,
            position.NextOn.PlusDays(account.TermsDays),
            nextOn,
            position.LineCount,
            position.NetMinor,
            position.TaxMinor,
            position.Taxes);
    }
}
