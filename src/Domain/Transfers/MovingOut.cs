using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Transfers;

/// <summary>Ends a contract for good; the final bill is issued in the same turn, the balance goes after it.</summary>
public static class MovingOut
{
    /// <summary>
    /// Refuses what ending the contract refuses, a day that has not come yet, because it cannot be billed, and an
    /// account the balance could not go to.
    /// </summary>
    public static Decision<AccountEvent> Decide(Account account, EndSupply command, CommandContext context)
    {
        if (Refusals.UnlessKnown(account) is { } no)
            return no;
        if (!TransferSending.IsTransferId(command.MoveOutId))
            return Refusals.IdInvalid;
        if (string.IsNullOrWhiteSpace(context.Reason))
            return Refusals.ReasonMissing;
        if (account.MoveOuts.FirstOrDefault(known => IsAbout(known, command)) is { } known)
            return IsSame(known, command) ? Decision<AccountEvent>.Nothing : TransferRefusals.MoveOutExists;
        if (account.TransferOut(command.MoveOutId) is not null)
            return TransferRefusals.TransferExists;
        if (command.Until > command.On.PlusDays(1))
            return Refusals.DateNotAllowed;
        if (command.TransferTo is { } to && TransferSending.Unreachable(account, command.From, to) is { } unreachable)
            return unreachable;
        var ended = ContractEnd.Decide(account, command.ContractId, command.Until);
        if (ended.IsRefused)
            return ended;
        ImmutableArray<AccountEvent> events =
        [
            .. ended.Events,
            new AccountEvent.MovedOut(
                command.MoveOutId, command.ContractId, command.Until, command.TransferTo, command.On),
        ];
        return events;
    }

    private static bool IsAbout(MoveOut known, EndSupply command) =>
        known.Id == command.MoveOutId || known.ContractId == command.ContractId;

    private static bool IsSame(MoveOut known, EndSupply command) =>
        known.Id == command.MoveOutId
        && known.ContractId == command.ContractId
        && known.Until == command.Until
        && known.TransferTo == command.TransferTo;
}
