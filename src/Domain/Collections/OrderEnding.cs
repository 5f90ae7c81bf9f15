using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>Notes that the field carried out an order, or takes it back by hand.</summary>
public static class OrderEnding
{
    /// <summary>The cause of an order that was taken back by hand.</summary>
    public const string ByHand = "by-hand";

    /// <summary>Refuses an unknown order and one that ended the other way; the same end again is nothing.</summary>
    public static Decision<AccountEvent> Decide(Account account, string orderId, ServiceOrderStatus end, LocalDate on)
    {
        if (CollectionRefusals.UnlessKnown(account) is { } no)
            return no;
        if (account.Collected.Order(orderId) is not { } order)
            return CollectionRefusals.OrderUnknown;
        if (order.Status == end)
            return Decision<AccountEvent>.Nothing;
        if (order.Status != ServiceOrderStatus.Pending)
            return CollectionRefusals.AlreadyEnded;
        if (on < order.OrderedOn)
            return Refusals.DateNotAllowed;
        return end == ServiceOrderStatus.Done
            ? new AccountEvent.ServiceOrderDone(orderId, on)
            : new AccountEvent.ServiceOrderCancelled(orderId, on, [ByHand]);
    }
}
