using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Disputes;
using Orleans.Concurrency;
using Orleans.Metadata;

namespace BillingActors.Grains.Interfaces;

/// <summary>The disputes of an account, keyed as the account is.</summary>
[Alias("account-disputes"), DefaultGrainType("account")]
public interface IAccountDisputesGrain : IGrainWithStringKey
{
    /// <summary>Opens a dispute on an item, a line or a part.</summary>
    [Alias("open-dispute")]
    Task<Reply<Receipt>> OpenDispute(CommandEnvelope envelope, OpenDispute command, CancellationToken cancellation);

    /// <summary>Moves a dispute into review, to waiting, withdraws or closes it.</summary>
    [Alias("move-dispute")]
    Task<Reply<Receipt>> MoveDispute(CommandEnvelope envelope, MoveDispute command, CancellationToken cancellation);

    /// <summary>Gives a dispute to another owner, or another due day.</summary>
    [Alias("assign-dispute")]
    Task<Reply<Receipt>> AssignDispute(CommandEnvelope envelope, AssignDispute command, CancellationToken cancellation);

    /// <summary>Puts a document to a dispute.</summary>
    [Alias("file-dispute-document")]
    Task<Reply<Receipt>> FileDocument(
        CommandEnvelope envelope, FileDisputeDocument command, CancellationToken cancellation);

    /// <summary>Decides a dispute; a credit above the limits of the roles waits for a second person.</summary>
    [Alias("resolve-dispute")]
    Task<Reply<ActionReceipt>> ResolveDispute(
        CommandEnvelope envelope, ImmutableArray<string> roles, ResolveDispute command,
        CancellationToken cancellation);

    /// <summary>All disputes of the account; null where there is no account.</summary>
    [AlwaysInterleave, Alias("view-disputes")]
    Task<DisputesView?> ViewDisputes(CancellationToken cancellation);
}
