using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Transfers;

/// <summary>
/// The first leg of a transfer: takes the value off the account. It is in transit until the other account has taken it
/// or it is back.
/// </summary>
public static class TransferSending
{
    /// <summary>Ids leave room for the places of items behind them.</summary>
    public const int IdLengthMax = 48;

    /// <summary>
    /// Refuses a missing reason, an account of another legal entity, and what may not move; the same transfer again is
    /// nothing new.
    /// </summary>
    public static Decision<AccountEvent> Decide(Account account, StartTransfer command, CommandContext context)
    {
        if (Refusals.UnlessKnown(account) is { } no)
            return no;
        if (!IsTransferId(command.TransferId))
            return Refusals.IdInvalid;
        if (string.IsNullOrWhiteSpace(context.Reason))
            return Refusals.ReasonMissing;
        if (account.TransferOut(command.TransferId) is { } known)
            return IsSame(known, command) ? Decision<AccountEvent>.Nothing : TransferRefusals.TransferExists;
        if (Unreachable(account, command.From, command.To) is { } unreachable)
            return unreachable;
        var (value, refusal) = TransferPlanning.Plan(account, command);
        return refusal is null
            ? new AccountEvent.TransferSent(
                command.TransferId, command.To, command.Scope, value!, command.CustomerId, command.On)
            : refusal;
    }

    /// <summary>What a transfer would move; nothing where it is refused.</summary>
    public static TransferValue? ValueOf(Account account, StartTransfer command) =>
        account.TransferOut(command.TransferId)?.Value ?? TransferPlanning.Plan(account, command).Value;

    /// <summary>Why nothing can go from one account to the other, as far as this one knows.</summary>
    internal static Refusal? Unreachable(Account account, string from, string to)
    {
        if (from == to)
            return TransferRefusals.TransferToSelf;
        var entity = account.EntityId + "/";
        if (!to.StartsWith(entity, StringComparison.Ordinal))
            return TransferRefusals.OtherEntity;
        return Refusals.IsId(to[entity.Length..]) ? null : Refusals.IdInvalid;
    }

    internal static bool IsTransferId(string? id) => Refusals.IsId(id) && id!.Length <= IdLengthMax;

    private static bool IsSame(OutgoingTransfer known, StartTransfer command)
    {
        if (known.To != command.To || known.Scope != command.Scope)
            return false;
        if (command.AmountMinor is { } amount && amount != known.Value.CashMinor)
            return false;
        return command.ItemIds.IsDefaultOrEmpty || (command.ItemIds.Length == known.Value.Items.Length
            && command.ItemIds.Zip(known.Value.Items).All(pair =>
                pair.First == pair.Second.ItemId || pair.First == pair.Second.Number));
    }
}
