using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Transfers;

/// <summary>The end of a transfer at its sender: it has arrived, or it is back as it was.</summary>
public static class TransferSettling
{
    /// <summary>Refuses a transfer that ended otherwise; the same end again is nothing new.</summary>
    /// <param name="account">The sender.</param>
    /// <param name="transferId">The transfer.</param>
    /// <param name="code">Why the other account refused it; null where it took it.</param>
    /// <param name="on">Today, in the entity's zone.</param>
    public static Decision<AccountEvent> Decide(Account account, string transferId, string? code, LocalDate on)
    {
        if (account.TransferOut(transferId) is not { } transfer)
            return TransferRefusals.TransferUnknown;
        if (transfer.IsPending)
        {
            return code is null
                ? new AccountEvent.TransferCompleted(transferId, on)
                : new AccountEvent.TransferReturned(transferId, code, transfer.Value, on);
        }
        return (transfer.State == TransferState.Returned) == (code is not null)
            ? Decision<AccountEvent>.Nothing
            : TransferRefusals.TransferSettled;
    }
}
