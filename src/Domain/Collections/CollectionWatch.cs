using BillingActors.Domain.Accounts;
using BillingActors.Domain.Ledger;
using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>
/// Follows every event of an account, whichever area it is from: counts what arrives for promises and the days that
/// bear interest, and says when somebody must look again.
/// </summary>
internal static class CollectionWatch
{
    private const string Cash = "cash/";
    private const string UnidentifiedCash = "unidentified-cash";

    public static Account After(Account before, Account after, AccountEvent happened)
    {
        if (happened is AccountEvent.CollectionReviewed)
            return after;
        if (WakesOn(after, happened) is { } day)
            after = after.ReviewedBy(day);
        var isMoved = before.OpenItems != after.OpenItems;
        var isArranged = before.Disputes != after.Disputes || before.Collected.Plans != after.Collected.Plans;
        var hasPromise = before.Collected.Promises.Any(promise => promise.IsOpen);
        if ((!isMoved && !isArranged && !hasPromise) || DayOf(after, happened) is not { } on)
            return after;
        if (hasPromise)
            after = Received(after, happened, on);
        return isMoved || isArranged
            ? Scheduled(before, Forgiven(Counted(before, after, on), happened), on)
            : after;
    }

    // The day of the books: a payment that is booked back counts on the day it was made.
    private static LocalDate? DayOf(Account account, AccountEvent happened) => happened switch
    {
        AccountEvent.InvoiceIssued e => e.IssuedOn,
        AccountEvent.ReceiptApplied { Application.CashMinor: not 0 } e => e.Application.On,
        AccountEvent.CreditApplied e => e.Settlement.On,
        AccountEvent.CreditUnapplied e => e.On,
        AccountEvent.DisputeEvent e => e.On,
        AccountEvent.CollectionEvent e => e.On,
        AccountEvent.TransferEvent e => e.On,
        _ => PostingRules.EntryOf(happened, account.Currency)?.BookedOn,
    };

    private static LocalDate? WakesOn(Account account, AccountEvent happened) => happened switch
    {
        AccountEvent.DisputeOpened e => e.DueOn.PlusDays(1),
        AccountEvent.DisputeAssigned e => e.DueOn.PlusDays(1),
        AccountEvent.DisputeDecided e => e.GraceUntil?.PlusDays(1),
        AccountEvent.DisputeWithdrawn e => e.GraceUntil.PlusDays(1),
        AccountEvent.PromiseMade e => e.DueOn.PlusDays(1),
        AccountEvent.PlanAgreed e => e.Instalments[0].DueOn.PlusDays(e.GraceDays + 1),
        AccountEvent.PromiseCancelled e => e.On.PlusDays(1),
        AccountEvent.PlanCancelled e => e.On.PlusDays(1),
        AccountEvent.AgencyPlacementEnded e => e.On.PlusDays(1),
        AccountEvent.CollectionBlockLifted e => e.On.PlusDays(1),
        AccountEvent.CollectionProfileChanged e when account.ReviewOn is not null => e.On.PlusDays(1),
        AccountEvent.CollectionBlockPlaced e when HasSupplyToWatch(account) => e.On.PlusDays(1),
        AccountEvent.ServiceOrdered or AccountEvent.ServiceOrderDone when HasSupplyToWatch(account) =>
            ((AccountEvent.CollectionEvent)happened).On.PlusDays(1),
        _ => null,
    };

    private static Account Received(Account account, AccountEvent happened, LocalDate on)
    {
        if (happened is AccountEvent.CollectionEvent or AccountEvent.DisputeEvent)
            return account;
        var arrived = PostingRules.EntryOf(happened, account.Currency)?.Postings
            .Where(posting => posting.LedgerAccount.StartsWith(Cash, StringComparison.Ordinal)
                || posting.LedgerAccount == UnidentifiedCash)
            .Sum(posting => posting.Amount.Minor) ?? 0;
        if (arrived == 0)
            return account;
        var file = account.Collected;
        var after = account with
        {
            Collection = file with
            {
                Promises = [.. file.Promises.Select(promise => Counted(promise, arrived, on))],
            },
        };
        return after.Collected.Promises.Any(promise => promise.IsOpen && promise.ReceivedMinor >= promise.AmountMinor)
            ? after.ReviewedBy(on.PlusDays(1))
            : after;
    }

    private static PaymentPromise Counted(PaymentPromise promise, long arrived, LocalDate on) =>
        promise.IsOpen && promise.MadeOn <= on && on <= promise.DueOn
            ? promise with { ReceivedMinor = promise.ReceivedMinor + arrived }
            : promise;

    private static Account Counted(Account before, Account after, LocalDate on)
    {
        var tracks = InterestCount.After(before, after, on);
        return tracks == before.Collected.Interest
            ? after
            : after with { Collection = after.Collected with { Interest = tracks } };
    }

    // A claim that was taken back was never late.
    private static Account Forgiven(Account account, AccountEvent happened) =>
        happened is AccountEvent.CreditMemoIssued { Cancellation: not null } memo && account.Collection is { } file
            ? account with
            {
                Collection = file with
                {
                    Interest = file.Interest.RemoveAll(track => track.ItemId == memo.InvoiceId),
                },
            }
            : account;

    private static Account Scheduled(Account before, Account after, LocalDate on)
    {
        foreach (var item in after.OpenItems)
        {
            if (item.Open.Minor > 0 && (before.Item(item.Id) is not { } old || old.Open < item.Open))
                after = after.ReviewedBy(LocalDate.Max(item.DueOn, on).PlusDays(1));
        }
        if (HasSupplyToWatch(after))
            return after.ReviewedBy(on.PlusDays(1));
        return after.ReviewOn is not null && IsQuiet(after) ? after with { ReviewOn = null } : after;
    }

    private static bool HasSupplyToWatch(Account account) =>
        account.Collected.Orders.Any(order => order is
        {
            Kind: ServiceOrderKind.Disconnect,
            Status: ServiceOrderStatus.Pending,
        }) || account.Contracts.Any(contract => Reconnection.IsCut(account, contract.Id));

    private static bool IsQuiet(Account account)
    {
        var file = account.Collected;
        return account.OpenItems.All(item => item.Open.Minor <= 0)
            && account.Disputes.All(dispute => !dispute.IsRunning)
            && file.Promises.All(promise => !promise.IsOpen)
            && file.Plans.All(plan => !plan.IsRunning)
            && file.Interest.IsEmpty
            && !account.Deposited.IsRunning;
    }
}
