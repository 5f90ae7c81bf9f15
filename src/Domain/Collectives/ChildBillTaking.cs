using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Collectives;

/// <summary>Takes a page of bills of children for the next collective bill.</summary>
public static class ChildBillTaking
{
    /// <summary>How many bills are taken at once: an event of a page stays small.</summary>
    public const int PageCountMax = 500;

    /// <summary>
    /// Nothing before the bill day, for an empty page, and where others were taken since the page was read: then some
    /// of it may be among them, and it must be read again.
    /// </summary>
    /// <param name="account">The parent.</param>
    /// <param name="page">Bills that wait.</param>
    /// <param name="takenCount">How many bills were taken in all when the page was read.</param>
    /// <param name="on">Today.</param>
    public static Decision<AccountEvent> Decide(
        Account account, ImmutableArray<WaitingBill> page, long takenCount, LocalDate on)
    {
        Invariant.Holds(page.Length <= PageCountMax, "a page of bills is small enough for one event");
        if (Refusals.UnlessKnown(account) is { } no)
            return no;
        if (account.Collective is not { } position || position.NextOn > on || page.IsEmpty
            || position.TakenCount != takenCount)
        {
            return Decision<AccountEvent>.Nothing;
        }
        return new AccountEvent.ChildBillsTaken(
            position.NextBillId,
            [.. page.Select(bill => bill.Line)],
            TaxShares.Sum(page.SelectMany(bill => bill.Taxes)),
            position.NextOn);
    }
}
