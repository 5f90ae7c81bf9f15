using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Transfers;
using Orleans.Concurrency;
using Orleans.Metadata;

namespace BillingActors.Grains.Interfaces;

/// <summary>
/// The two ends of transfers, keyed "entity/account". No account waits for another one in a turn of its own, so that
/// two that send to each other never stop: <see cref="ITransferGrain"/> goes between them.
/// </summary>
[Alias("account-transfers"), DefaultGrainType("account")]
public interface IAccountTransferGrain : IGrainWithStringKey
{
    /// <summary>Takes the value off this account; above the limits of the roles it waits for a second person.</summary>
    [Alias("send")]
    Task<Reply<ActionReceipt>> SendTransfer(
        CommandEnvelope envelope, ImmutableArray<string> roles, TransferOrder order, CancellationToken cancellation);

    /// <summary>Ends a contract and issues its final bill in the same turn.</summary>
    [Alias("move-out")]
    Task<Reply<Receipt>> MoveOut(CommandEnvelope envelope, MoveOutOrder order, CancellationToken cancellation);

    /// <summary>Sends balances that follow a move-out, and answers what is on its way to other accounts.</summary>
    [Alias("send-waiting")]
    Task<ImmutableArray<TransferLeg>> SendWaiting(CancellationToken cancellation);

    /// <summary>
    /// Takes in what another account has stored as sent, or refuses it for good; null: not decided now. The same
    /// transfer again gives the same answer.
    /// </summary>
    [Alias("take")]
    Task<TransferOutcome?> TakeTransfer(string from, string transferId, CancellationToken cancellation);

    /// <summary>Ends a transfer of this account: it has arrived, or it is back.</summary>
    [Alias("settle")]
    Task SettleTransfer(string transferId, TransferOutcome outcome, CancellationToken cancellation);

    /// <summary>How far a transfer of this account is, waiting included; null where it sent none of this id.</summary>
    [AlwaysInterleave, Alias("transfer-state")]
    Task<TransferReceipt?> TransferState(string transferId, CancellationToken cancellation);

    /// <summary>How far a move-out is; null where there is none of this id.</summary>
    [AlwaysInterleave, Alias("move-out-state")]
    Task<MoveOutReceipt?> MoveOutState(string moveOutId, CancellationToken cancellation);

    /// <summary>
    /// Transfers out of and into the account, newest first, after a place "direction/account/transfer" (empty: from the
    /// newest); null when there is no such account.
    /// </summary>
    [AlwaysInterleave, Alias("transfers")]
    Task<ImmutableArray<TransferView>?> Transfers(string afterPlace, int countMax, CancellationToken cancellation);

    /// <summary>A transfer out of the account or into it; null when there is none.</summary>
    [AlwaysInterleave, Alias("transfer")]
    Task<TransferView?> Transfer(string transferId, CancellationToken cancellation);
}
