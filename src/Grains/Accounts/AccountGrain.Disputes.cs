using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Approvals;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Disputes;
using BillingActors.Domain.Primitives;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Disputes;
using BillingActors.Grains.Mapping;

namespace BillingActors.Grains.Accounts;

/// <summary>Disputes of the account.</summary>
internal sealed partial class AccountGrain : IAccountDisputesGrain
{
    private static readonly Refusal LineUnknown = new("line-unknown", "The invoice has no such line to dispute.");
    private static readonly Refusal StageUnknown =
        new("stage-unknown", "A dispute moves to in-review, waiting, withdrawn or closed.");

    public async Task<Reply<Receipt>> OpenDispute(
        CommandEnvelope envelope, Interfaces.Disputes.OpenDispute command, CancellationToken cancellation)
    {
        var policy = await DisputeRules(cancellation);
        var line = command.LineNumber is { } number
            ? await LineOf(command.ItemId, number, cancellation)
            : null;
        return command.LineNumber is not null && line is null
            ? LineUnknown.ToReply<Receipt>()
            : await Run(
                envelope,
                RequestHash.Of("open-dispute", command),
                command.DisputeId,
                (account, _) => DisputeOpening.Decide(account, command.ToDomain(line), policy),
                cancellation);
    }

    public async Task<Reply<Receipt>> MoveDispute(
        CommandEnvelope envelope, Interfaces.Disputes.MoveDispute command, CancellationToken cancellation)
    {
        if (command.Stage.ToWord<DisputeStage>() is not { } stage)
            return StageUnknown.ToReply<Receipt>();
        var (policy, on) = (await DisputeRules(cancellation), command.On.ToDomain());
        return await Run(
            envelope,
            RequestHash.Of("move-dispute", command),
            command.DisputeId,
            (account, _) => stage switch
            {
                DisputeStage.Withdrawn => DisputeWithdrawal.Decide(account, command.DisputeId, on, policy),
                DisputeStage.InReview or DisputeStage.Waiting or DisputeStage.Closed => DisputeMoving.Decide(
                    account, new(command.DisputeId, stage, command.NoteCode, on), policy),
                _ => StageUnknown,
            },
            cancellation);
    }

    public Task<Reply<Receipt>> AssignDispute(
        CommandEnvelope envelope, AssignDispute command, CancellationToken cancellation) => Run(
            envelope,
            RequestHash.Of("assign-dispute", command),
            command.DisputeId,
            (account, _) => DisputeAssigning.Decide(account, DisputeAssigning.Wanted(
                command.DisputeId, command.Owner, command.DueOn.ToDomain(), command.On.ToDomain())),
            cancellation);

    public Task<Reply<Receipt>> FileDocument(
        CommandEnvelope envelope, FileDisputeDocument command, CancellationToken cancellation) => Run(
            envelope,
            RequestHash.Of("file-dispute-document", command),
            command.DisputeId,
            (account, _) => DisputeFiling.Decide(account, new AccountEvent.DisputeDocumentAdded(
                command.DisputeId, command.DocumentId, command.DocumentKind, command.On.ToDomain())),
            cancellation);

    public async Task<Reply<ActionReceipt>> ResolveDispute(
        CommandEnvelope envelope,
        ImmutableArray<string> roles,
        Interfaces.Disputes.ResolveDispute command,
        CancellationToken cancellation)
    {
        var policy = await DisputeRules(cancellation);
        if (!policy.HasRootCause(command.RootCause))
            return DisputeRefusals.RootCauseUnknown.ToReply<ActionReceipt>();
        var (id, hash) = (
            MoneyAction.CreditingDispute.IdOf(command.DisputeId), RequestHash.Of("resolve-dispute", command));
        var wanted = new Domain.Disputes.ResolveDispute(
            command.DisputeId, command.CreditMinor, command.RootCause, command.On.ToDomain())
        {
            GraceDays = policy.GraceDays,
        };
        if (command.CreditMinor != 0)
        {
            return await Act(
                new Asked(envelope, roles, hash, id),
                async (entity, token) => new MoneyAction.CreditingDispute(wanted with
                {
                    CreditOn = Today(entity),
                    Invoice = await DisputedInvoice(command.DisputeId, token),
                }),
                cancellation);
        }
        var reply = await Run(
            envelope, hash, id, (account, context) => DisputeResolution.Decide(account, wanted, context), cancellation);
        return ToAction(reply, id);
    }

    public async Task<DisputesView?> ViewDisputes(CancellationToken cancellation)
    {
        await CatchUp(cancellation);
        return _account.Version == 0 ? null : _account.ToDisputes();
    }

    private Task<DisputePolicy> DisputeRules(CancellationToken cancellation) =>
        catalogue.DisputePolicy(AccountKey.Split(Key).EntityId, cancellation);

    // A dispute stays on its item and an invoice never changes, so both may be read before the turn.
    private async Task<CreditableInvoice?> DisputedInvoice(string disputeId, CancellationToken cancellation)
    {
        await CatchUp(cancellation);
        return _account.State.Dispute(disputeId) is { } dispute
            ? await CreditableOf(dispute.ItemId, cancellation)
            : null;
    }

    private async Task<DisputedLine?> LineOf(string itemId, int number, CancellationToken cancellation) =>
        (await CreditableOf(itemId, cancellation))?.LineOf(number);

    private async Task<CreditableInvoice?> CreditableOf(string itemId, CancellationToken cancellation) =>
        await store.ReadInvoice(Key, itemId, cancellation) is { IsCreditMemo: false } invoice
            ? CreditableInvoice.Of(invoice)
            : null;
}
