using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Approvals;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Invoicing;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Collections;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Credits;
using BillingActors.Grains.Mapping;
using BillingActors.Storage.Reports;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace BillingActors.Grains.Accounts;

/// <summary>What is changed by hand about what is owed, within limits or with a second person.</summary>
internal sealed partial class AccountGrain : IAccountCreditGrain
{
    /// <summary>Accounts of a customer whose sums a limit looks at; of more, these are the first by key.</summary>
    private const int CustomerAccountCountMax = 50;

    public Task<Reply<ActionReceipt>> Adjust(
        CommandEnvelope envelope,
        ImmutableArray<string> roles,
        AdjustOpenItem command,
        CancellationToken cancellation) => Act(
            new Asked(envelope, roles, RequestHash.Of("adjust", command), command.AdjustmentId),
            (entity, _) => Task.FromResult(command.ToAction(Today(entity))),
            cancellation);

    public Task<Reply<ActionReceipt>> Waive(
        CommandEnvelope envelope,
        ImmutableArray<string> roles,
        WaiveCharge command,
        CancellationToken cancellation) => Act(
            new Asked(envelope, roles, RequestHash.Of("waive-charge", command), command.WaiverId),
            (_, _) => Task.FromResult<MoneyAction?>(command.ToAction()),
            cancellation);

    public Task<Reply<ActionReceipt>> WriteOff(
        CommandEnvelope envelope,
        ImmutableArray<string> roles,
        WriteOffOpenItems command,
        CancellationToken cancellation) => Act(
            new Asked(envelope, roles, RequestHash.Of("write-off", command), command.WriteOffId),
            async (entity, token) => command.ToAction(
                Today(entity), await Taxed(command.ItemIds, entity.Approvals.GivesTaxRelief, token)),
            cancellation);

    public Task<Reply<ActionReceipt>> Recover(
        CommandEnvelope envelope,
        ImmutableArray<string> roles,
        RecoverWrittenOff command,
        CancellationToken cancellation) => Act(
            new Asked(envelope, roles, RequestHash.Of("recover", command), command.RecoveryId),
            (entity, _) => Task.FromResult<MoneyAction?>(command.ToAction(Today(entity))),
            cancellation);

    public async Task<Reply<ActionReceipt>> Approve(
        CommandEnvelope envelope,
        ImmutableArray<string> roles,
        ApproveAction command,
        CancellationToken cancellation)
    {
        var entity = await Entity(cancellation);
        await CatchUp(cancellation);
        var action = _account.State.Requests
            .FirstOrDefault(waiting => waiting.RequestId == command.RequestId)?.Action.Name ?? "";
        var (policy, today) = (entity.Approvals, Today(entity));
        if (command.OnBehalfOf is { } other)
            roles = policy.RolesFrom(other, envelope.ActorId, today);
        if (command.OnBehalfOf is not null && roles.IsEmpty)
            return ApprovalRefusals.DelegationUnknown.ToReply<ActionReceipt>();
        var decide = new DecideAction(
            command.RequestId,
            command.EffectMinor,
            policy.LimitOf(roles, action, _account.State.Currency),
            today,
            command.OnBehalfOf,
            await MovedElsewhere([envelope.ActorId, command.OnBehalfOf ?? ""], action, today, cancellation));
        var reply = await Run(
            envelope,
            RequestHash.Of("approve", command),
            command.RequestId,
            (account, context) => ActionApproval.Decide(account, decide, context),
            cancellation);
        return ToAction(reply, command.RequestId);
    }

    public async Task<Reply<ActionReceipt>> Reject(
        CommandEnvelope envelope, string requestId, CancellationToken cancellation)
    {
        var today = Today(await Entity(cancellation));
        var reply = await Run(
            envelope,
            RequestHash.Of("reject", requestId),
            requestId,
            (account, context) => ActionRejection.Decide(account, requestId, today, context),
            cancellation);
        return ToAction(reply, requestId);
    }

    public async Task<Reply<ActionReceipt>> Withdraw(
        CommandEnvelope envelope, string requestId, CancellationToken cancellation)
    {
        var today = Today(await Entity(cancellation));
        var reply = await Run(
            envelope,
            RequestHash.Of("withdraw", requestId),
            requestId,
            (account, context) => ActionRejection.Withdraw(account, requestId, today, context),
            cancellation);
        return ToAction(reply, requestId);
    }

    public async Task<Reply<ActionReceipt>> AddDocument(
        CommandEnvelope envelope, AddRequestDocument command, CancellationToken cancellation)
    {
        var today = Today(await Entity(cancellation));
        var added = new AccountEvent.ActionDocumentAdded(command.RequestId, command.DocumentId, today);
        var reply = await Run(
            envelope,
            RequestHash.Of("add-request-document", command),
            command.RequestId,
            (account, context) => RequestFiling.Decide(account, added, context),
            cancellation);
        return ToAction(reply, command.RequestId);
    }

    public async Task<ImmutableArray<string>?> DocumentsOf(string requestId, CancellationToken cancellation)
    {
        await CatchUp(cancellation);
        return _account.Version == 0 ? null : [.. _account.State.DocumentsOf(requestId)];
    }

    public async Task<ImmutableArray<PendingActionView>?> Requests(CancellationToken cancellation)
    {
        await CatchUp(cancellation);
        var account = _account.State;
        return _account.Version == 0 ? null : [.. account.Requests.Select(waiting => waiting.ToView(account))];
    }

    private async Task<Reply<ActionReceipt>> Act(
        Asked asked,
        Func<LegalEntity, CancellationToken, Task<MoneyAction?>> read,
        CancellationToken cancellation)
    {
        var entity = await Entity(cancellation);
        if (await read(entity, cancellation) is not { } action)
            return CreditRefusals.KindUnknown.ToReply<ActionReceipt>();
        await CatchUp(cancellation);
        var take = await TakeOf((asked.Envelope.ActorId, asked.Roles), action, entity, cancellation);
        var reply = await Run(
            asked.Envelope,
            asked.RequestHash,
            asked.Id,
            (account, context) => ActionTaking.Decide(account, take, context),
            cancellation);
        return ToAction(reply, asked.Id);
    }

    // What a person asks for, with how much it may move alone and did move that day.
    private async Task<TakeAction> TakeOf(
        (string PersonId, ImmutableArray<string> Roles) who, MoneyAction action, LegalEntity entity,
        CancellationToken cancellation)
    {
        var today = Today(entity);
        return new TakeAction(
            action,
            entity.Approvals.AloneOf(who.Roles, action.Name, _account.State.Currency),
            today,
            today.PlusDays(entity.Approvals.Days),
            await MovedElsewhere([who.PersonId], action.Name, today, cancellation));
    }

    public async Task<long> MovedByHand(
        ImmutableArray<string> personIds, string action, string currency, DateOnly on,
        CancellationToken cancellation)
    {
        await CatchUp(cancellation);
        var account = _account.State;
        return account.Currency.Code == currency
            ? personIds.Sum(personId => account.MovedByHand(personId, action, on.ToDomain()))
            : 0;
    }

    // Splitting over the accounts of a customer is no way around a limit either.
    private async Task<long> MovedElsewhere(
        ImmutableArray<string> personIds, string action, LocalDate on, CancellationToken cancellation)
    {
        var account = _account.State;
        if (account.Status == AccountStatus.None)
            return 0;
        var (entityId, accountId) = AccountKey.Split(Key);
        var accounts = await ServiceProvider.GetRequiredService<IReports>().Accounts(
            new EntityScope([entityId]), account.CustomerId, "", CustomerAccountCountMax, cancellation);
        var moved = await Task.WhenAll(accounts
            .Where(row => row.AccountId != accountId)
            .Select(row => GrainFactory.GetGrain<IAccountCreditGrain>(AccountKey.Of(entityId, row.AccountId))
                .MovedByHand(personIds, action, account.Currency.Code, on.ToWire(), cancellation)));
        return moved.Sum();
    }

    // The documents never change, so they may be read before the turn; an item of another kind has none.
    private async Task<ImmutableArray<TaxedItem>> Taxed(
        ImmutableArray<string> itemIds, bool givesRelief, CancellationToken cancellation)
    {
        var items = ImmutableArray.CreateBuilder<TaxedItem>();
        foreach (var id in itemIds.IsDefault ? [] : itemIds)
        {
            var invoice = givesRelief ? await store.ReadInvoice(Key, id, cancellation) : null;
            items.Add(new TaxedItem(id, invoice is null ? [] : [.. invoice.Taxes.Select(tax =>
                new TaxShare(tax.Code, tax.Percent, tax.Base.Minor, tax.Amount.Minor))]));
        }
        return items.ToImmutable();
    }

    private async Task<LegalEntity> Entity(CancellationToken cancellation)
    {
        var id = AccountKey.Split(Key).EntityId;
        return await catalogue.Entity(id, cancellation)
            ?? throw new InvalidOperationException($"There is no legal entity {id}.");
    }

    private LocalDate Today(LegalEntity entity) =>
        Instant.FromDateTimeOffset(clock.GetUtcNow()).InZone(entity.Zone).Date;

    private Reply<ActionReceipt> ToAction(Reply<Receipt> reply, string actionId) => reply.Value is { } receipt
        ? new Reply<ActionReceipt>(
            new ActionReceipt(
                receipt.EntityId, receipt.AccountId, receipt.Version, actionId, _account.State.StateOf(actionId)),
            null,
            reply.IsReplay)
        : new Reply<ActionReceipt>(null, reply.Problem);

    private sealed record Asked(
        CommandEnvelope Envelope, ImmutableArray<string> Roles, string RequestHash, string Id);
}
