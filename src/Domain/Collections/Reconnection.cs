using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Collections;

/// <summary>Orders that a supply is switched on again, with the policy's fee unless it is left out.</summary>
public static class Reconnection
{
    /// <summary>The fee of a reconnection.</summary>
    public const string FeeKind = "reconnection";

    private const int PayWithinDays = 14;

    /// <summary>Refuses where nothing is cut; the same order again is nothing.</summary>
    public static Decision<AccountEvent> Decide(Account account, DunningPolicy policy, OrderReconnection wanted)
    {
        if (CollectionRefusals.UnlessKnown(account) is { } no)
            return no;
        if (!Refusals.IsId(wanted.OrderId))
            return Refusals.IdInvalid;
        if (account.Contract(wanted.ContractId) is not { } contract)
            return Refusals.ContractUnknown;
        if (account.Collected.Order(wanted.OrderId) is { } known)
        {
            return known.Kind == ServiceOrderKind.Reconnect && known.ContractId == wanted.ContractId
                ? Decision<AccountEvent>.Nothing
                : CollectionRefusals.IdTaken;
        }
        if (!IsCut(account, wanted.ContractId))
            return CollectionRefusals.NotDisconnected;
        return Ordered(account, policy, wanted, contract);
    }

    /// <summary>Whether the supply of a contract is cut and nobody has ordered it back.</summary>
    internal static bool IsCut(Account account, string contractId) =>
        account.Collected.LastOrder(contractId) is
        {
            Kind: ServiceOrderKind.Disconnect,
            Status: ServiceOrderStatus.Done,
        };

    private static ImmutableArray<AccountEvent> Ordered(
        Account account, DunningPolicy policy, OrderReconnection wanted, Contract contract)
    {
        var order = new AccountEvent.ServiceOrdered(
            wanted.OrderId, ServiceOrderKind.Reconnect, contract.Id, contract.ServicePointId, wanted.On);
        var fee = wanted.IsFree ? 0 : policy.Disconnection?.ReconnectionFeeMinor ?? 0;
        return fee == 0
            ? [order]
            : [order, new AccountEvent.FeeCharged(
                $"fee.{wanted.OrderId}", FeeKind, fee, wanted.On, wanted.On.PlusDays(PayWithinDays), wanted.OrderId)
            {
                ParentId = account.ParentId,
            }];
    }
}
