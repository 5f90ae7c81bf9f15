using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Budgets;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Budgets;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Mapping;
using Wire = BillingActors.Grains.Interfaces.Budgets;

namespace BillingActors.Grains.Accounts;

/// <summary>Budget billing of the account: by hand, and what comes due by itself.</summary>
internal sealed partial class AccountGrain : IAccountBudgetGrain
{
    public async Task<Reply<Receipt>> AgreeBudget(
        CommandEnvelope envelope, Wire.AgreeBudget command, CancellationToken cancellation)
    {
        var today = Today(await Entity(cancellation));
        ImmutableArray<BilledAmount> billed = command.AmountMinor is null ? await Billed(cancellation) : [];
        if (command.ToDomain(today, billed) is not { } agree)
            return BudgetRefusals.BudgetKindUnknown.ToReply<Receipt>();
        return await Run(
            envelope,
            RequestHash.Of("agree-budget", command),
            command.PlanId,
            (account, _) => BudgetAgreement.Decide(account, agree),
            cancellation);
    }

    public async Task<Reply<Receipt>> AdjustBudget(
        CommandEnvelope envelope, Wire.AdjustBudget command, CancellationToken cancellation)
    {
        var today = Today(await Entity(cancellation));
        return await Run(
            envelope,
            RequestHash.Of("adjust-budget", command),
            command.PlanId,
            (account, context) => BudgetAdjustment.Decide(
                account, new(command.PlanId, command.AmountMinor, today), context),
            cancellation);
    }

    public async Task<Reply<Receipt>> EndBudget(
        CommandEnvelope envelope, EndBudget command, CancellationToken cancellation)
    {
        var today = Today(await Entity(cancellation));
        return await Run(
            envelope,
            RequestHash.Of("end-budget", command),
            command.PlanId,
            (account, context) => BudgetEnding.Decide(account, command.PlanId, today, context),
            cancellation);
    }

    public async Task ReviewBudget(CancellationToken cancellation)
    {
        await CatchUp(cancellation);
        if (_account.State.BudgetOn is not { } due)
            return;
        var now = clock.GetUtcNow();
        var today = Today(await Entity(cancellation));
        if (today < due)
            return;
        // The version is part of the id: what was reviewed is not reviewed again, what came up since then is.
        var id = $"budget-{today:uuuu-MM-dd}-{_account.Version}";
        await Run(
            new CommandEnvelope(id, "job", "budget", "scheduler", now),
            RequestHash.Of("review-budget", id),
            null,
            (account, _) => BudgetReview.Decide(account, today),
            cancellation);
    }

    public async Task<BudgetView?> ViewBudget(CancellationToken cancellation)
    {
        await CatchUp(cancellation);
        return _account.Version == 0 ? null : _account.ToBudget();
    }

    public async Task<BudgetEstimateView?> EstimateBudget(int instalmentCount, CancellationToken cancellation)
    {
        await CatchUp(cancellation);
        if (_account.Version == 0)
            return null;
        var (billed, currency) = (await Billed(cancellation), _account.State.Currency);
        var count = Math.Clamp(instalmentCount, 1, 12);
        return new BudgetEstimateView(
            currency.Code,
            billed.Sum(bill => bill.Period.Days),
            billed.Sum(bill => bill.TotalMinor),
            count,
            BudgetEstimate.Of(billed, count, currency)?.Minor);
    }

    // The bills of the newest year; a bill never changes, so they may be read before the turn.
    private async Task<ImmutableArray<BilledAmount>> Billed(CancellationToken cancellation)
    {
        await CatchUp(cancellation);
        var bills = new List<BilledAmount>();
        await foreach (var stored in store.ReadEvents(Key, 0, cancellation))
        {
            if (stored.Happened is AccountEvent.InvoiceIssued issued)
                bills.Add(new BilledAmount(issued.Period, issued.NetMinor + issued.TaxMinor));
        }
        if (bills.Count == 0)
            return [];
        var since = bills.Max(bill => bill.Period.Until).PlusYears(-1);
        return [.. bills.Where(bill => bill.Period.From >= since)];
    }
}
