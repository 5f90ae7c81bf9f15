using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Transfers;

/// <summary>
/// The second leg of a transfer: takes it in whole with all that is known of it, or refuses it whole and for good.
/// </summary>
public static class TransferReceiving
{
    /// <summary>
    /// Nothing where it came before. An account that does not exist can keep nothing, so it only says no.
    /// </summary>
    public static Decision<AccountEvent> Decide(Account account, ReceiveTransfer command)
    {
        if (account.Status == AccountStatus.None)
            return TransferRefusals.TargetUnknown;
        var transfer = command.Transfer;
        if (account.TransferIn(command.From, transfer.Id) is { } known)
        {
            Invariant.Holds(known.Value.Matches(transfer.Value), "a transfer that comes twice brings the same");
            return Decision<AccountEvent>.Nothing;
        }
        return RefusalOf(account, command) is { } refusal
            ? new AccountEvent.TransferRefused(transfer.Id, command.From, refusal.Code, transfer.Value, command.On)
            : new AccountEvent.TransferReceived(transfer.Id, command.From, transfer.Value, command.On);
    }

    private static Refusal? RefusalOf(Account account, ReceiveTransfer command)
    {
        if (Refusals.UnlessOpen(account) is { } no)
            return no;
        if (command.Currency != account.Currency.Code)
            return Refusals.CurrencyMismatch;
        if (!command.From.StartsWith(account.EntityId + "/", StringComparison.Ordinal))
            return TransferRefusals.OtherEntity;
        var transfer = command.Transfer;
        if (transfer.CustomerId is { } customer && customer != account.CustomerId)
            return TransferRefusals.OtherCustomer;
        var value = transfer.Value;
        var isTaken = account.TransfersIn.Any(other => other.Id == transfer.Id && other.IsTaken)
            || value.Items.Where((_, at) => account.Item(IncomingTransfer.ItemIdOf(transfer.Id, at)) is not null).Any()
            || value.Cash.Where((_, at) =>
                account.Cash.Receipt(IncomingTransfer.ReceiptIdOf(transfer.Id, at)) is not null).Any();
        return isTaken ? TransferRefusals.IdTaken : null;
    }
}
