using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Approvals;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Deposits;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Transfers;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Credits;
using BillingActors.Grains.Interfaces.Transfers;
using BillingActors.Grains.Mapping;
using Wire = BillingActors.Grains.Interfaces.Deposits;

namespace BillingActors.Grains.Accounts;

/// <summary>What something done by hand would do: decided as it would be, and stored nowhere.</summary>
internal sealed partial class AccountGrain : IAccountPreviewGrain
{
    public async Task<Reply<ActionPreview>> PreviewRefund(
        CommandEnvelope envelope, ImmutableArray<string> roles, RefundRequest refund, CancellationToken cancellation) =>
        refund.Method is { } method && CashWords.Find<CashMethod>(method) is null
            ? WordUnknown("method", method).ToReply<ActionPreview>()
            : await Preview(envelope, roles, entity => ToAction(refund, Today(entity)), cancellation);

    public async Task<Reply<ActionPreview>> PreviewTransfer(
        CommandEnvelope envelope, ImmutableArray<string> roles, TransferOrder order, CancellationToken cancellation) =>
        order.Scope.ToWord<TransferScope>() is { } scope
            ? await Preview(
                envelope,
                roles,
                entity => new MoneyAction.Transferring(order.ToCommand(Key, scope, Today(entity))),
                cancellation)
            : TransferRefusals.ScopeWrong.ToReply<ActionPreview>();

    public Task<Reply<ActionPreview>> PreviewRecovery(
        CommandEnvelope envelope, ImmutableArray<string> roles, RecoverWrittenOff command,
        CancellationToken cancellation) =>
        Preview(envelope, roles, entity => command.ToAction(Today(entity)), cancellation);

    public Task<Reply<ActionPreview>> PreviewDepositWaiver(
        CommandEnvelope envelope, ImmutableArray<string> roles, Wire.WaiveDeposit command,
        CancellationToken cancellation) =>
        Preview(envelope, roles, entity => command.ToAction(Today(entity)), cancellation);

    public Task<Reply<ActionPreview>> PreviewDepositRelease(
        CommandEnvelope envelope, ImmutableArray<string> roles, Wire.ReleaseDeposit command,
        CancellationToken cancellation) =>
        Preview(envelope, roles, entity => command.ToAction(Today(entity), entity.Deposits), cancellation);

    public async Task<Reply<ActionPreview>> PreviewDeposit(
        CommandEnvelope envelope, Wire.AssessDeposit command, CancellationToken cancellation)
    {
        var entity = await Entity(cancellation);
        var today = Today(entity);
        var bills = command.AmountMinor is null ? await Bills(today, cancellation) : [];
        var wanted = new AssessDeposit(command.DepositId, command.AmountMinor, command.MonthlyMinor, bills, today);
        return await Preview(
            envelope,
            (account, context) => DepositAssessment.Decide(account, wanted, entity.Deposits, context),
            (_, after) => after.Deposited.Deposit(command.DepositId)?.AmountMinor ?? 0,
            cancellation);
    }

    public async Task<Reply<ActionPreview>> PreviewDepositRequest(
        CommandEnvelope envelope, Wire.RequestDeposit command, CancellationToken cancellation)
    {
        var entity = await Entity(cancellation);
        var wanted = new RequestDeposit(
            command.DepositId, command.InstalmentCount, command.FirstDueOn.ToDomain(), Today(entity));
        return await Preview(
            envelope,
            (account, _) => DepositRequest.Decide(account, wanted, entity.Deposits),
            static (before, after) => after.Balance.Minor - before.Balance.Minor,
            cancellation);
    }

    public async Task<Reply<ActionPreview>> PreviewDepositApplication(
        CommandEnvelope envelope, Wire.ReleaseDeposit command, CancellationToken cancellation)
    {
        var entity = await Entity(cancellation);
        var wanted = command.ToDomain(DepositCause.Arrears, Today(entity));
        return await Preview(
            envelope,
            (account, context) => DepositRelease.Decide(account, wanted, entity.Deposits, context),
            static (before, after) => before.Deposited.HeldMinor - after.Deposited.HeldMinor,
            cancellation);
    }

    public async Task<Reply<ActionPreview>> PreviewDepositInterest(
        CommandEnvelope envelope, Wire.CreditDepositInterest command, CancellationToken cancellation)
    {
        var entity = await Entity(cancellation);
        var today = Today(entity);
        var wanted = new CreditDepositInterest(command.DepositId, command.Until.ToDomain() ?? today, today);
        return await Preview(
            envelope,
            (account, _) => DepositInterestCrediting.Decide(account, wanted, entity.Deposits),
            static (before, after) => before.Balance.Minor - after.Balance.Minor,
            cancellation);
    }

    public async Task<ImmutableArray<WriteOffView>?> WriteOffs(CancellationToken cancellation)
    {
        await CatchUp(cancellation);
        return _account.Version == 0 ? null : [.. _account.State.WriteOffs.Select(one => one.ToView())];
    }

    private async Task<Reply<ActionPreview>> Preview(
        CommandEnvelope envelope, ImmutableArray<string> roles, Func<LegalEntity, MoneyAction> read,
        CancellationToken cancellation)
    {
        var entity = await Entity(cancellation);
        var action = read(entity);
        await CatchUp(cancellation);
        var take = await TakeOf((envelope.ActorId, roles), action, entity, cancellation);
        var (account, context) = (_account.State, Unreasoned(envelope));
        var decision = ActionTaking.Decide(account, take, context);
        if (decision.Refusal is { } refusal)
            return refusal.ToReply<ActionPreview>();
        var isWaiting = decision.Events is [AccountEvent.ActionRequested];
        var after = action.Decide(account, context).After(account, context, action.Id);
        return new(account.ToPreview(after, (action.EffectMinor(account), isWaiting)));
    }

    private async Task<Reply<ActionPreview>> Preview(
        CommandEnvelope envelope,
        Func<Account, CommandContext, Decision<AccountEvent>> decide,
        Func<Account, Account, long> effect,
        CancellationToken cancellation)
    {
        await CatchUp(cancellation);
        var (account, context) = (_account.State, Unreasoned(envelope));
        var decision = decide(account, context);
        if (decision.Refusal is { } refusal)
            return refusal.ToReply<ActionPreview>();
        var after = decision.After(account, context, context.CommandId);
        return new(account.ToPreview(after, (effect(account, after), IsWaiting: false)));
    }

    // Whoever looks first says why afterwards.
    private static CommandContext Unreasoned(CommandEnvelope envelope) =>
        (envelope.Reason is null ? envelope with { Reason = "preview" } : envelope).ToContext();
}
