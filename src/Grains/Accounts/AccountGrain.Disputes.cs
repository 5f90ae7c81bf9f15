using BillingActors.Domain.Accounts;
using BillingActors.Domain.Disputes;
using BillingActors.Domain.Primitives;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Disputes;
using BillingActors.Grains.Mapping;
using BillingActors.Storage.Reports;
using Microsoft.Extensions.DependencyInjection;

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

    public async Task<Reply<Receipt>> ResolveDispute(
        CommandEnvelope envelope, Interfaces.Disputes.ResolveDispute command, CancellationToken cancellation)
    {
        var policy = await DisputeRules(cancellation);
        var wanted = new Domain.Disputes.ResolveDispute(
            command.DisputeId, command.CreditMinor, command.RootCause, command.On.ToDomain());
        return await Run(
            envelope,
            RequestHash.Of("resolve-dispute", command),
            command.DisputeId,
            (account, context) => DisputeResolution.Decide(account, wanted, policy, context),
            cancellation);
    }

    public async Task<Reply<Receipt>> ApproveCredit(
        CommandEnvelope envelope, ApproveDisputeCredit command, CancellationToken cancellation)
    {
        var policy = await DisputeRules(cancellation);
        var wanted = new ApproveCredit(
            command.DisputeId, command.CreditMinor, command.IsApproved, command.On.ToDomain());
        return await Run(
            envelope,
            RequestHash.Of("approve-dispute-credit", command),
            command.DisputeId,
            (account, context) => CreditApproval.Decide(account, wanted, policy, context),
            cancellation);
    }

    public async Task<DisputesView?> ViewDisputes(CancellationToken cancellation)
    {
        await CatchUp(cancellation);
        return _account.Version == 0 ? null : _account.ToDisputes();
    }

    private Task<DisputePolicy> DisputeRules(CancellationToken cancellation) =>
        catalogue.DisputePolicy(AccountKey.Split(Key).EntityId, cancellation);

    private async Task<DisputedLine?> LineOf(string itemId, int number, CancellationToken cancellation)
    {
        var reports = ServiceProvider.GetRequiredService<IReports>();
        var invoice = await reports.Invoice(EntityScope.All, itemId, cancellation);
        return invoice is not null && AccountKey.Of(invoice.EntityId, invoice.AccountId) == Key
            ? invoice.LineOf(number)
            : null;
    }
}
