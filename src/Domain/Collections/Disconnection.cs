using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Collections;

/// <summary>Orders that a supply is cut, where nothing is against it.</summary>
public static class Disconnection
{
    /// <summary>Refuses with every reason against it at once; the same order again is nothing.</summary>
    public static Decision<AccountEvent> Decide(
        Account account, DunningPolicy policy, OrderDisconnection wanted, CommandContext context)
    {
        if (CollectionRefusals.UnlessKnown(account) is { } no)
            return no;
        if (!Refusals.IsId(wanted.OrderId))
            return Refusals.IdInvalid;
        if (string.IsNullOrWhiteSpace(context.Reason))
            return Refusals.ReasonMissing;
        if (account.Contract(wanted.ContractId) is not { } contract)
            return Refusals.ContractUnknown;
        if (account.Collected.Order(wanted.OrderId) is { } known)
            return IsSame(known, wanted) ? Decision<AccountEvent>.Nothing : CollectionRefusals.IdTaken;
        var blocks = DisconnectionGuard.Blocks(account, policy, wanted);
        return blocks.IsEmpty
            ? new AccountEvent.ServiceOrdered(
                wanted.OrderId, ServiceOrderKind.Disconnect, contract.Id, contract.ServicePointId, wanted.On)
            : CollectionRefusals.DisconnectionBlocked(DisconnectionBlockNames.ListOf(blocks));
    }

    private static bool IsSame(ServiceOrder order, OrderDisconnection wanted) =>
        order.Kind == ServiceOrderKind.Disconnect
        && order.ContractId == wanted.ContractId
        && order.OrderedOn == wanted.On;
}
