using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.BillRuns;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Transfers;
using BillingActors.Grains.BillRuns;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Transfers;
using BillingActors.Grains.Mapping;
using BillingActors.Grains.MasterData;
using BillingActors.Grains.Metering;
using BillingActors.Storage.Accounts;

namespace BillingActors.Grains.Accounts;

/// <summary>
/// Bills a contract up to its end at once, by the calculation that runs use, for this contract and the charges of days
/// before its end.
/// </summary>
internal sealed class FinalBilling(PageCalculation calculation, MasterCatalogue catalogue, ReadDesk reads)
{
    /// <summary>The end of the contract and its final bill, as one turn; refused where the bill is held.</summary>
    public async Task<AccountTurn> Decide(
        LoadedAccount before, MoveOutOrder order, CommandContext context, CancellationToken cancellation)
    {
        var (entityId, accountId) = AccountKey.Split(before.Key);
        var entity = await catalogue.Entity(entityId, cancellation)
            ?? throw new InvalidOperationException($"There is no legal entity {entityId}.");
        var command = order.ToCommand(before.Key, context.At.InZone(entity.Zone).Date);
        var moved = MovingOut.Decide(before.State, command, context);
        if (moved.IsRefused || moved.Events.IsEmpty)
            return new AccountTurn(moved, null);
        if (await Read(before.State.Contract(order.ContractId)!, order, context, cancellation) is { } unread)
            return new AccountTurn(unread, null);
        var left = After(before, moved, context);
        var draft = await Draft(before with { State = left }, entity, command, cancellation);
        if (draft.Outcome == DraftOutcome.NothingDue)
            return new AccountTurn(moved, null);
        if (draft.Plan is not { } plan || (draft.Outcome == DraftOutcome.Held && !order.AcceptsDoubts))
        {
            return new AccountTurn(
                TransferRefusals.FinalBillHeld($"{draft.Holds[0].Code}: {HoldReason.Tell(draft.Holds)}"), null);
        }
        var version = before.Version + moved.Events.Length + 1;
        var invoiceId = string.Create(CultureInfo.InvariantCulture, $"{entityId}.{accountId}.{version}");
        var closing = CycleClosing.Decide(left, new IssueInvoice(invoiceId, null, command.On, plan) { IsFinal = true });
        Invariant.Holds(closing.Events.Length == 1, "what was just calculated can be issued");
        var issued = (AccountEvent.InvoiceIssued)closing.Events[0];
        ImmutableArray<AccountEvent> events = [.. moved.Events, issued];
        return new AccountTurn(
            events, invoiceId, CycleClosing.DocumentOf(left, issued, plan, entity.InvoiceSeries, accountId));
    }

    // What was read stays read, whether the contract ends with it or not. Of billed days nothing is read anew here.
    private async Task<Refusal?> Read(
        Contract contract, MoveOutOrder order, CommandContext context, CancellationToken cancellation)
    {
        if (order.FinalReads is not { IsDefaultOrEmpty: false })
            return null;
        var wanted = order.ToReads(contract.BilledThrough ?? contract.From, context.Actor);
        return await reads.Enter(contract.ServicePointId, wanted, cancellation);
    }

    // Other contracts of the account go on and are billed with their cycle.
    private async Task<BillDraft> Draft(
        LoadedAccount left, LegalEntity entity, EndSupply command, CancellationToken cancellation)
    {
        var cycle = await catalogue.Cycle(left.State.CycleId, cancellation)
            ?? throw new InvalidOperationException($"The bill cycle {left.State.CycleId} is gone.");
        var alone = left with
        {
            State = left.State with { Contracts = [left.State.Contract(command.ContractId)!] },
        };
        var settings = new RunSettings("", entity, cycle, command.Until);
        return (await calculation.Calculate(settings, [alone], cancellation))[0];
    }

    private static Account After(LoadedAccount before, Decision<AccountEvent> moved, CommandContext context)
    {
        var account = before.State;
        for (var i = 0; i < moved.Events.Length; i++)
            account = account.Apply(moved.Events[i], new EventEnvelope(context, "", null, before.Version + i + 1, []));
        return account;
    }
}
