using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Collections;

/// <summary>What promises, plans, placements, notices and orders make of the file of an account.</summary>
internal static class ArrangementFold
{
    public static CollectionFile Apply(CollectionFile file, AccountEvent.CollectionEvent happened) => happened switch
    {
        AccountEvent.PromiseMade e => file with
        {
            Promises = Kept(file.Promises, promise => promise.IsOpen).Add(
                new PaymentPromise(e.PromiseId, e.AmountMinor, e.On, e.DueOn, e.SaidBy, e.ItemIds)),
        },
        AccountEvent.PromiseKept e => WithPromise(file, e.PromiseId, PromiseStatus.Kept),
        AccountEvent.PromiseBroken e => WithPromise(file, e.PromiseId, PromiseStatus.Broken),
        AccountEvent.PromiseCancelled e => WithPromise(file, e.PromiseId, PromiseStatus.Cancelled),
        AccountEvent.PlanAgreed e => file with
        {
            Plans = Kept(file.Plans, plan => plan.IsRunning).Add(
                new PaymentPlan(e.PlanId, e.On, e.GraceDays, e.Items, e.Instalments)),
        },
        AccountEvent.PlanKept e => WithPlan(file, e.PlanId, PlanStatus.Kept),
        AccountEvent.PlanBroken e => WithPlan(file, e.PlanId, PlanStatus.Broken),
        AccountEvent.PlanCancelled e => WithPlan(file, e.PlanId, PlanStatus.Cancelled),
        AccountEvent.AgencyPlaced e => file with
        {
            Placements = Kept(file.Placements, placement => placement.IsRunning).Add(Placed(e)),
        },
        AccountEvent.AgencyPlacementEnded e => WithPlacement(
            file, e.PlacementId, placement => placement with { Status = e.Status }),
        AccountEvent.AgencyCommissionBooked e => WithPlacement(file, e.PlacementId, placement => placement with
        {
            CommissionIds = placement.CommissionIds.Add(e.CommissionId),
            Commissions = placement.Commissions.Add(new BookedCommission(e.CommissionId, e.CollectedMinor)),
            CollectedMinor = placement.CollectedMinor + e.CollectedMinor,
        }),
        _ => OfSupply(file, happened),
    };

    private static CollectionFile OfSupply(CollectionFile file, AccountEvent.CollectionEvent happened) =>
        happened switch
        {
            AccountEvent.NoticeServed e => file with
            {
                Notices = Kept(file.Notices, _ => false).Add(new(e.NoticeId, e.ContractId, e.Delivery, e.On)),
            },
            AccountEvent.ContactAttempted e => file with
            {
                Contacts = Kept(file.Contacts, _ => false).Add(new(e.ContactId, e.Channel, e.On)),
            },
            AccountEvent.ServiceOrdered e => file with
            {
                Orders = Kept(file.Orders, order => IsNewest(file, order)).Add(
                    new(e.OrderId, e.OrderKind, e.ContractId, e.ServicePointId, e.On)),
            },
            AccountEvent.ServiceOrderDone e => WithOrder(
                file, e.OrderId, order => order with { Status = ServiceOrderStatus.Done, EndedOn = e.On }),
            AccountEvent.ServiceOrderCancelled e => WithOrder(
                file, e.OrderId, order => order with { Status = ServiceOrderStatus.Cancelled, EndedOn = e.On }),
            _ => throw new BrokenInvariantException("every event of collection is known"),
        };

    private static AgencyPlacement Placed(AccountEvent.AgencyPlaced e) => new(
        e.PlacementId,
        e.AgencyId,
        e.On,
        e.CommissionPercent,
        [.. e.Items.Select(share => new PlanItem(share.ItemId, share.AmountMinor))]);

    private static bool IsNewest(CollectionFile file, ServiceOrder order) => file.LastOrder(order.ContractId) == order;

    private static CollectionFile WithPromise(CollectionFile file, string id, PromiseStatus status) => file with
    {
        Promises = [.. file.Promises.Select(promise => promise.Id == id ? promise with { Status = status } : promise)],
    };

    private static CollectionFile WithPlan(CollectionFile file, string id, PlanStatus status) => file with
    {
        Plans = [.. file.Plans.Select(plan => plan.Id == id ? plan with { Status = status } : plan)],
    };

    private static CollectionFile WithPlacement(
        CollectionFile file, string id, Func<AgencyPlacement, AgencyPlacement> change) => file with
        {
            Placements = [.. file.Placements.Select(placement => placement.Id == id ? change(placement) : placement)],
        };

    private static CollectionFile WithOrder(
        CollectionFile file, string id, Func<ServiceOrder, ServiceOrder> change) => file with
        {
            Orders = [.. file.Orders.Select(order => order.Id == id ? change(order) : order)],
        };

    // Room for one more: the oldest of what is over goes.
    private static ImmutableArray<T> Kept<T>(ImmutableArray<T> all, Func<T, bool> isNeeded)
        where T : class
    {
        if (all.Length < CollectionFile.PastCountMax)
            return all;
        return all.FirstOrDefault(one => !isNeeded(one)) is { } oldest ? all.Remove(oldest) : all;
    }
}
