using System.Globalization;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Closing;
using BillingActors.Domain.Primitives;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Ledger;
using BillingActors.Grains.Mapping;
using BillingActors.Grains.MasterData;
using BillingActors.Storage.Closing;
using NodaTime;
using NodaTime.Text;

namespace BillingActors.Grains.Ledger;

/// <summary>
/// The accounting periods of a legal entity: reads the month, has the store decide while it holds the row, answers. It
/// keeps nothing in memory.
/// </summary>
internal sealed class LedgerGrain(IPeriodStore store, MasterCatalogue catalogue) : Grain, ILedgerGrain
{
    private static readonly YearMonthPattern Months = YearMonthPattern.CreateWithInvariantCulture("uuuu-MM");

    private string EntityId => this.GetPrimaryKeyString();

    public async Task<Reply<PeriodsView>> Lock(
        CommandEnvelope envelope, LockMonth command, CancellationToken cancellation)
    {
        if (await catalogue.Entity(EntityId, cancellation) is not { } entity)
            return Reply<PeriodsView>.No("entity-unknown", "There is no such legal entity.");
        var today = Instant.FromDateTimeOffset(envelope.At).InZone(entity.Zone).Date;
        return await Change(
            envelope,
            (command.IsHard ? "hard" : "soft", command.Month),
            (periods, month, _) => PeriodLock.Decide(periods, new LockPeriod(month, command.IsHard, today)),
            cancellation);
    }

    public Task<Reply<PeriodsView>> AskReopening(
        CommandEnvelope envelope, ReopenMonth command, CancellationToken cancellation) =>
        Change(envelope, ("ask", command.Month), PeriodReopenRequest.Decide, cancellation);

    public Task<Reply<PeriodsView>> Reopen(
        CommandEnvelope envelope, ReopenMonth command, CancellationToken cancellation) =>
        Change(envelope, ("reopen", command.Month), PeriodReopening.Decide, cancellation);

    public async Task<PeriodsView> Periods(CancellationToken cancellation) =>
        PeriodMapping.ToView(EntityId, await store.History(EntityId, cancellation));

    private async Task<Reply<PeriodsView>> Change(
        CommandEnvelope envelope,
        (string What, string Month) wanted,
        Func<AccountingPeriods, YearMonth, CommandContext, Decision<PeriodEvent>> decide,
        CancellationToken cancellation)
    {
        if (wanted.Month is null || !Months.Parse(wanted.Month).TryGetValue(default, out var month)
            || month.Year is < 1900 or > 9998)
        {
            return Refusals.DateNotAllowed.ToReply<PeriodsView>();
        }
        var context = envelope.ToContext();
        var hash = string.Create(CultureInfo.InvariantCulture, $"{wanted.What} {wanted.Month}");
        var outcome = await store.Change(
            EntityId, new PeriodChange(context, hash, periods => decide(periods, month, context)), cancellation);
        return outcome.Refusal is { } no
            ? no.ToReply<PeriodsView>()
            : new Reply<PeriodsView>(await Periods(cancellation), null, outcome.IsReplay);
    }
}
