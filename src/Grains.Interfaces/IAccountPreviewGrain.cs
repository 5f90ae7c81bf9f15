using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Credits;
using BillingActors.Grains.Interfaces.Deposits;
using BillingActors.Grains.Interfaces.Transfers;
using Orleans.Concurrency;
using Orleans.Metadata;

namespace BillingActors.Grains.Interfaces;

/// <summary>
/// What something done by hand would do to an account as it stands, keyed "entity/account": decided as it would be, and
/// stored nowhere. A reason may still be missing. All of it interleaves with a running turn.
/// </summary>
[Alias("account-previews"), DefaultGrainType("account")]
public interface IAccountPreviewGrain : IGrainWithStringKey
{
    /// <summary>Money that would go back.</summary>
    [AlwaysInterleave, Alias("preview-refund")]
    Task<Reply<ActionPreview>> PreviewRefund(
        CommandEnvelope envelope, ImmutableArray<string> roles, RefundRequest refund, CancellationToken cancellation);

    /// <summary>
    /// What would leave for another account; whether that one takes it is known when it comes there.
    /// </summary>
    [AlwaysInterleave, Alias("preview-transfer")]
    Task<Reply<ActionPreview>> PreviewTransfer(
        CommandEnvelope envelope, ImmutableArray<string> roles, TransferOrder order, CancellationToken cancellation);

    /// <summary>Claims that would stand again.</summary>
    [AlwaysInterleave, Alias("preview-recovery")]
    Task<Reply<ActionPreview>> PreviewRecovery(
        CommandEnvelope envelope, ImmutableArray<string> roles, RecoverWrittenOff command,
        CancellationToken cancellation);

    /// <summary>A deposit that would be decided; its effect is what the customer would deposit.</summary>
    [AlwaysInterleave, Alias("preview-deposit")]
    Task<Reply<ActionPreview>> PreviewDeposit(
        CommandEnvelope envelope, AssessDeposit command, CancellationToken cancellation);

    /// <summary>A deposit that would be asked for, in its parts.</summary>
    [AlwaysInterleave, Alias("preview-deposit-request")]
    Task<Reply<ActionPreview>> PreviewDepositRequest(
        CommandEnvelope envelope, RequestDeposit command, CancellationToken cancellation);

    /// <summary>Less that would be asked for.</summary>
    [AlwaysInterleave, Alias("preview-deposit-waiver")]
    Task<Reply<ActionPreview>> PreviewDepositWaiver(
        CommandEnvelope envelope, ImmutableArray<string> roles, WaiveDeposit command, CancellationToken cancellation);

    /// <summary>A deposit that would go back.</summary>
    [AlwaysInterleave, Alias("preview-deposit-release")]
    Task<Reply<ActionPreview>> PreviewDepositRelease(
        CommandEnvelope envelope, ImmutableArray<string> roles, ReleaseDeposit command,
        CancellationToken cancellation);

    /// <summary>A deposit that would be taken for what is overdue.</summary>
    [AlwaysInterleave, Alias("preview-deposit-application")]
    Task<Reply<ActionPreview>> PreviewDepositApplication(
        CommandEnvelope envelope, ReleaseDeposit command, CancellationToken cancellation);

    /// <summary>Interest of a deposit that would be credited.</summary>
    [AlwaysInterleave, Alias("preview-deposit-interest")]
    Task<Reply<ActionPreview>> PreviewDepositInterest(
        CommandEnvelope envelope, CreditDepositInterest command, CancellationToken cancellation);

    /// <summary>What was given up, oldest first; null when there is no such account.</summary>
    [AlwaysInterleave, Alias("write-offs")]
    Task<ImmutableArray<WriteOffView>?> WriteOffs(CancellationToken cancellation);
}
