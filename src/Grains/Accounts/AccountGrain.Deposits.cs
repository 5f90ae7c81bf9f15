using System.Collections.Immutable;
using BillingActors.Domain.Deposits;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Deposits;
using BillingActors.Grains.Mapping;
using BillingActors.Storage.Reports;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Wire = BillingActors.Grains.Interfaces.Deposits;

namespace BillingActors.Grains.Accounts;

/// <summary>Deposits of the account.</summary>
internal sealed partial class AccountGrain : IAccountDepositsGrain
{
    /// <summary>The average bill is that of the last year.</summary>
    private const int BilledMonthCountMax = 12;

    private const int BillCountMax = 60;

    public async Task<Reply<Receipt>> AssessDeposit(
        CommandEnvelope envelope, Wire.AssessDeposit command, CancellationToken cancellation)
    {
        var entity = await Entity(cancellation);
        var today = Today(entity);
        var bills = command.AmountMinor is null ? await Bills(today, cancellation) : [];
        var wanted = new Domain.Deposits.AssessDeposit(
            command.DepositId, command.AmountMinor, command.MonthlyMinor, bills, today);
        return await Run(
            envelope,
            RequestHash.Of("assess-deposit", command),
            command.DepositId,
            (account, context) => DepositAssessment.Decide(account, wanted, entity.Deposits, context),
            cancellation);
    }

    public async Task<Reply<Receipt>> RequestDeposit(
        CommandEnvelope envelope, Wire.RequestDeposit command, CancellationToken cancellation)
    {
        var entity = await Entity(cancellation);
        var wanted = new Domain.Deposits.RequestDeposit(
            command.DepositId, command.InstalmentCount, command.FirstDueOn.ToDomain(), Today(entity));
        return await Run(
            envelope,
            RequestHash.Of("request-deposit", command),
            command.DepositId,
            (account, _) => DepositRequest.Decide(account, wanted, entity.Deposits),
            cancellation);
    }

    public Task<Reply<ActionReceipt>> WaiveDeposit(
        CommandEnvelope envelope,
        ImmutableArray<string> roles,
        WaiveDeposit command,
        CancellationToken cancellation) => Act(
            new Asked(envelope, roles, RequestHash.Of("waive-deposit", command), command.ReductionId),
            (entity, _) => Task.FromResult<Domain.Approvals.MoneyAction?>(command.ToAction(Today(entity))),
            cancellation);

    public Task<Reply<ActionReceipt>> ReleaseDeposit(
        CommandEnvelope envelope,
        ImmutableArray<string> roles,
        Wire.ReleaseDeposit command,
        CancellationToken cancellation) => Act(
            new Asked(envelope, roles, RequestHash.Of("release-deposit", command), command.ReleaseId),
            (entity, _) => Task.FromResult<Domain.Approvals.MoneyAction?>(
                command.ToAction(Today(entity), entity.Deposits)),
            cancellation);

    public async Task<Reply<Receipt>> ApplyDeposit(
        CommandEnvelope envelope, Wire.ReleaseDeposit command, CancellationToken cancellation)
    {
        var entity = await Entity(cancellation);
        var wanted = command.ToDomain(DepositCause.Arrears, Today(entity));
        return await Run(
            envelope,
            RequestHash.Of("apply-deposit", command),
            command.ReleaseId,
            (account, context) => DepositRelease.Decide(account, wanted, entity.Deposits, context),
            cancellation);
    }

    public async Task<Reply<Receipt>> CreditDepositInterest(
        CommandEnvelope envelope, Wire.CreditDepositInterest command, CancellationToken cancellation)
    {
        var entity = await Entity(cancellation);
        var today = Today(entity);
        var wanted = new Domain.Deposits.CreditDepositInterest(
            command.DepositId, command.Until.ToDomain() ?? today, today);
        return await Run(
            envelope,
            RequestHash.Of("credit-deposit-interest", command),
            command.DepositId,
            (account, _) => DepositInterestCrediting.Decide(account, wanted, entity.Deposits),
            cancellation);
    }

    public async Task<DepositsView?> ViewDeposits(CancellationToken cancellation)
    {
        await CatchUp(cancellation);
        return _account.Version == 0 ? null : _account.ToDeposits();
    }

    // Bills never change, so they may be read before the turn.
    private async Task<ImmutableArray<BilledMonths>> Bills(LocalDate today, CancellationToken cancellation)
    {
        var reports = ServiceProvider.GetRequiredService<IReports>();
        var invoices = await reports.InvoicesOf(Key, 0, BillCountMax, cancellation);
        var since = today.PlusMonths(-BilledMonthCountMax);
        return [.. invoices.Select(invoice => invoice.ToBilled()).Where(bill => bill.Period.Until > since)];
    }
}
