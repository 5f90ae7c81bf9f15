using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Transfers;

/// <summary>Sends what is left of an account after its final bill to the customer's other one.</summary>
public static class BalanceMoving
{
    /// <summary>Nothing where it was sent; where nothing may move, the balance stays and says why.</summary>
    public static Decision<AccountEvent> Decide(
        Account account, string from, string moveOutId, LocalDate on, CommandContext context)
    {
        if (account.MoveOuts.FirstOrDefault(one => one.Id == moveOutId) is not { TransferTo: { } to } moveOut)
            return TransferRefusals.MoveOutUnknown;
        if (!moveOut.IsWaiting)
            return Decision<AccountEvent>.Nothing;
        var start = new StartTransfer(moveOutId, from, to, TransferScope.Balance, [], null, on)
        {
            CustomerId = account.CustomerId,
        };
        var decision = TransferSending.Decide(account, start, context);
        return decision.Refusal is { } refusal
            ? new AccountEvent.BalanceKept(moveOutId, refusal.Code, on)
            : decision;
    }
}
