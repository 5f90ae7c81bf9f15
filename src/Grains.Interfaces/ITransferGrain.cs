using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Transfers;
using Orleans.Concurrency;

namespace BillingActors.Grains.Interfaces;

/// <summary>
/// Goes between an account, whose key it has, and those it sends something to. It keeps nothing: what is on its way is
/// due work, stored with the account, and goes on by itself after a crash between any two steps.
/// </summary>
[Alias("transfer")]
public interface ITransferGrain : IGrainWithStringKey
{
    /// <summary>Sends, and tries at once to let it arrive.</summary>
    [Alias("start")]
    Task<Reply<TransferReceipt>> Start(
        CommandEnvelope envelope, ImmutableArray<string> roles, TransferOrder order, CancellationToken cancellation);

    /// <summary>
    /// What sending would do to the account; where there is no other one it is refused as sending is.
    /// </summary>
    [AlwaysInterleave, Alias("preview")]
    Task<Reply<ActionPreview>> Preview(
        CommandEnvelope envelope, ImmutableArray<string> roles, TransferOrder order, CancellationToken cancellation);

    /// <summary>Ends a contract with its final bill, and tries at once to let the balance arrive.</summary>
    [Alias("move-out")]
    Task<Reply<MoveOutReceipt>> MoveOut(
        CommandEnvelope envelope, MoveOutOrder order, CancellationToken cancellation);

    /// <summary>Goes on with whatever is on its way.</summary>
    [Alias("resume")]
    Task Resume(CancellationToken cancellation);
}
