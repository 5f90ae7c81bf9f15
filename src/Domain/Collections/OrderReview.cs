using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>
/// Looks at orders again until they are carried out: a disconnection that something has come up against is taken back,
/// and a supply that was cut for a debt that is paid is ordered back.
/// </summary>
public static class OrderReview
{
    /// <summary>Nothing where orders stand as they should.</summary>
    public static Decision<AccountEvent> Decide(Account account, DunningPolicy policy, LocalDate on)
    {
        if (CollectionRefusals.UnlessKnown(account) is { } no)
            return no;
        ImmutableArray<AccountEvent> events = [.. Withdrawn(account, policy, on), .. Restored(account, policy, on)];
        return events;
    }

    /// <summary>Disconnections that wait are taken back for a block that was just placed.</summary>
    internal static IEnumerable<AccountEvent> Stopped(Account account, CollectionBlock block, LocalDate on) =>
        Waiting(account).Select(order => new AccountEvent.ServiceOrderCancelled(
            order.Id, on, [DisconnectionBlockNames.NameOf(DisconnectionGuard.Of(block.Kind))]));

    private static IEnumerable<ServiceOrder> Waiting(Account account) => account.Collected.Orders.Where(order =>
        order is { Kind: ServiceOrderKind.Disconnect, Status: ServiceOrderStatus.Pending });

    private static IEnumerable<AccountEvent> Withdrawn(Account account, DunningPolicy policy, LocalDate on)
    {
        foreach (var order in Waiting(account))
        {
            var blocks = DisconnectionGuard.BlocksOfPending(
                account, policy, new OrderDisconnection(order.Id, order.ContractId, on, null));
            if (!blocks.IsEmpty)
            {
                yield return new AccountEvent.ServiceOrderCancelled(
                    order.Id, on, [.. blocks.Select(DisconnectionBlockNames.NameOf)]);
            }
        }
    }

    private static IEnumerable<AccountEvent> Restored(Account account, DunningPolicy policy, LocalDate on)
    {
        if (account.OpenItems.Any(item => item.Open.Minor > 0 && item.DueOn < on && item.Kind != ItemKind.Fee))
            yield break;
        var cut = account.Contracts.Where(contract =>
            Reconnection.IsCut(account, contract.Id) && (contract.Until is not { } until || on < until));
        foreach (var contract in cut)
        {
            var wanted = new OrderReconnection($"paid.{contract.Id}.{on:uuuu-MM-dd}", contract.Id, on, IsFree: false);
            foreach (var happened in Reconnection.Decide(account, policy, wanted).Events)
                yield return happened;
        }
    }
}
