using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.BillRuns;
using BillingActors.Domain.Primitives;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.BillRuns;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Mapping;
using BillingActors.Grains.MasterData;
using BillingActors.Storage.BillRuns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace BillingActors.Grains.BillRuns;

/// <summary>
/// A bill run: decides on its own events, and works off its stages slice by slice until a person must act.
/// </summary>
internal sealed partial class BillRunGrain(
    IBillRunStore runs,
    MasterCatalogue catalogue,
    PartitionPlaces places,
    IOptions<GrainsOptions> options,
    [FromKeyedServices(BillingClock.Key)] TimeProvider clock,
    ILogger<BillRunGrain> logger) : Grain, IBillRunGrain
{
    private const int SelectionCountMax = 5000;

    private BillRun _run = BillRun.None;
    private ImmutableArray<StoredRunEvent> _events = [];
    private Currency _currency;
    private long _sequence;

    private string RunId => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await Reload(cancellationToken);
        if (_run.IsPaused)
            _finished = await Begun(cancellationToken);
        if (_run.Working is not null)
            StartWork();
    }

    public async Task<Reply<RunView>> Plan(CommandEnvelope envelope, PlanRun command, CancellationToken cancellation)
    {
        var context = envelope.ToContext();
        var (setup, refusal) = await Prepare(command, cancellation);
        if (setup is null)
            return refusal!.ToReply<RunView>();
        var wanted = new RunEvent.Planned(
            command.EntityId,
            command.CycleId,
            setup.Period,
            command.AccountIds,
            setup.Partitions,
            setup.CandidateCount,
            setup.Entity.NeedsSecondPerson)
        {
            Currency = command.Currency,
        };
        var isReplay = _run.Stage != RunStage.None;
        return await Decide(RunPlanning.Decide(_run, wanted, context), context, isReplay, cancellation);
    }

    public async Task<Reply<RunView>> DryRun(CommandEnvelope envelope, PlanRun command, CancellationToken cancellation)
    {
        if (_run.Stage != RunStage.None)
            return RunRefusals.IdReused.ToReply<RunView>();
        if (_dry is null)
        {
            var (setup, refusal) = await Prepare(command, cancellation);
            if (setup is null)
                return refusal!.ToReply<RunView>();
            _dry = new DryRunWork(command, setup.Period, setup.Entity, setup.Partitions)
            {
                Candidates = setup.CandidateCount,
                Progress = new RunProgress([.. setup.Partitions.Select(partition =>
                    RunProgress.Share(partition.Number, setup.CandidateCount, setup.Partitions.Length))]),
            };
            StartWork();
        }
        return new Reply<RunView>(ViewNow());
    }

    public async Task<Reply<RunView>> Recalculate(CommandEnvelope envelope, CancellationToken cancellation) =>
        Replay(envelope) ?? await Decide(
            RunReopening.Decide(_run, "all accounts are calculated again", recalculates: true),
            envelope.ToContext(),
            false,
            cancellation);

    public async Task<Reply<RunView>> Resolve(
        CommandEnvelope envelope, ResolveHeld command, CancellationToken cancellation)
    {
        if (Replay(envelope) is { } replay)
            return replay;
        var context = envelope.ToContext();
        if (context.Reason is null)
            return Refusals.ReasonMissing.ToReply<RunView>();
        var decision = RunReopening.Decide(_run, $"{command.Action} {command.AccountId}", recalculates: false);
        if (decision.IsRefused)
            return decision.Refusal!.ToReply<RunView>();
        if (await ResolveDraft(command, context, cancellation) is { } refusal)
            return refusal.ToReply<RunView>();
        return await Decide(decision, context, false, cancellation);
    }

    public async Task<Reply<RunView>> Approve(CommandEnvelope envelope, CancellationToken cancellation)
    {
        if (Replay(envelope) is { } replay)
            return replay;
        var context = envelope.ToContext();
        var counts = await runs.CountDrafts(RunId, cancellation);
        return await Decide(RunApproval.Decide(_run, counts, context), context, false, cancellation);
    }

    public async Task<Reply<RunView>> Release(CommandEnvelope envelope, CancellationToken cancellation)
    {
        if (Replay(envelope) is { } replay)
            return replay;
        var context = envelope.ToContext();
        var entity = await catalogue.Entity(_run.EntityId, cancellation);
        var issueOn = context.At.InZone(entity?.Zone ?? DateTimeZone.Utc).Date;
        return await Decide(RunRelease.Decide(_run, issueOn), context, false, cancellation);
    }

    public Task<Reply<RunView>> Cancel(CommandEnvelope envelope, CancellationToken cancellation)
    {
        if (_dry is null)
            return Cancel(RunCancelling.Decide(_run), envelope, cancellation);
        var view = ViewNow();
        _dry = null;
        StopWork();
        return Task.FromResult(new Reply<RunView>(view with { Stage = "cancelled", Working = null }));
    }

    public async Task<Reply<RunView>> Pause(CommandEnvelope envelope, CancellationToken cancellation)
    {
        if (Replay(envelope) is { } replay)
            return replay;
        var decision = _dry is null ? RunPausing.Decide(_run) : RunRefusals.NotWorking;
        var reply = await Decide(decision, envelope.ToContext(), false, cancellation);
        if (_run.IsPaused)
            EndProgress();
        return reply.Value is null ? reply : reply with { Value = ViewNow() };
    }

    public async Task<Reply<RunView>> GoOn(CommandEnvelope envelope, CancellationToken cancellation) =>
        Replay(envelope) ?? await Decide(RunResuming.Decide(_run), envelope.ToContext(), false, cancellation);

    public async Task Resume(CancellationToken cancellation)
    {
        await Reload(cancellation);
        if (_run.Working is not null)
            StartWork();
    }

    public Task<RunView?> View(CancellationToken cancellation) =>
        Task.FromResult(_run.Stage == RunStage.None && _dry is null ? null : ViewNow());

    private async Task<Reply<RunView>> Cancel(
        Decision<RunEvent> decision, CommandEnvelope envelope, CancellationToken cancellation) =>
        Replay(envelope) ?? await Decide(decision, envelope.ToContext(), false, cancellation);

    // A retried command must not reopen a run, or void an approval, that came after it.
    private Reply<RunView>? Replay(CommandEnvelope envelope) =>
        _run.HasSeen(envelope.CommandId) ? new Reply<RunView>(ViewNow(), null, IsReplay: true) : null;

    private async Task<(RunSetup? Setup, Refusal? Refusal)> Prepare(PlanRun command, CancellationToken cancellation)
    {
        if (await catalogue.Entity(command.EntityId, cancellation) is not { } entity)
            return (null, new("entity-unknown", $"There is no legal entity '{command.EntityId}'."));
        if (await catalogue.Cycle(command.CycleId, cancellation) is not { } cycle || cycle.EntityId != command.EntityId)
            return (null, new("cycle-unknown", $"There is no bill cycle '{command.CycleId}'."));
        if (cycle.Calendar.EndingOn(command.Until.ToDomain()) is not { } period)
            return (null, new("period-unknown", $"No period of cycle {cycle.Id} ends on {command.Until:yyyy-MM-dd}."));
        if (command.AccountIds.Length > SelectionCountMax)
            return (null, new("record-invalid", $"A selection has at most {SelectionCountMax} accounts."));
        if (command.Currency is { } code && !Currency.IsCode(code))
            return (null, Refusals.CurrencyUnknown);
        _currency = command.Currency is { } wanted ? Currency.Of(wanted) : entity.Currency;
        var count = Math.Clamp(
            command.PartitionCount == 0 ? options.Value.RunPartitionCount : command.PartitionCount, 1, 64);
        var (partitions, candidates) = command.AccountIds.IsDefaultOrEmpty
            ? await runs.Partition(entity.Id, cycle.Id, _currency.Code, count, cancellation)
            : await Selected(command, cancellation);
        return (new RunSetup(entity, period, partitions, candidates), null);
    }

    private async Task<(ImmutableArray<RunPartition> Partitions, long Count)> Selected(
        PlanRun command, CancellationToken cancellation)
    {
        var all = new RunPartition(0, "", "");
        var range = new RunRange(command.EntityId, command.CycleId, _currency.Code, all, command.AccountIds);
        var keys = await runs.Keys(range, "", SelectionCountMax, cancellation);
        return ([all], keys.Length);
    }

    private async Task<Reply<RunView>> Decide(
        Decision<RunEvent> decision, CommandContext context, bool isReplay, CancellationToken cancellation)
    {
        if (decision.Refusal is { } refusal)
            return refusal.ToReply<RunView>();
        try
        {
            if (!decision.Events.IsEmpty)
                await Append(decision.Events, context, cancellation);
        }
        catch (ActiveRunException e)
        {
            return Reply<RunView>.No("run-active", e.Message);
        }
        catch (StaleRunException e)
        {
            await Reload(cancellation);
            return Reply<RunView>.No("stale-version", e.Message);
        }
        if (_run.Working is not null)
            StartWork();
        return new Reply<RunView>(ViewNow(), null, isReplay && decision.Events.IsEmpty);
    }

    private async Task Append(ImmutableArray<RunEvent> events, CommandContext context, CancellationToken cancellation)
    {
        await runs.Append(RunId, _run.Version, events, context, cancellation);
        _difference = null; // It was that of the stage before.
        foreach (var happened in events)
        {
            _run = _run.Apply(happened, context);
            _events = _events.Add(new StoredRunEvent(_run.Version, happened, context));
        }
        _sequence++;
    }

    private async Task Reload(CancellationToken cancellation)
    {
        _events = await runs.ReadEvents(RunId, cancellation);
        _run = _events.Aggregate(BillRun.None, static (run, stored) => run.Apply(stored.Happened, stored.Context));
        if (_run.Currency is { } code)
            _currency = Currency.Of(code);
        else if (_run.Stage != RunStage.None && _currency == default)
            _currency = (await catalogue.Entity(_run.EntityId, cancellation))?.Currency ?? default;
        _sequence++;
    }

    private async Task<Refusal?> ResolveDraft(
        ResolveHeld command, CommandContext context, CancellationToken cancellation)
    {
        var key = AccountKey.Of(_run.EntityId, command.AccountId);
        if (await runs.ReadDraft(RunId, key, cancellation) is not { Outcome: DraftOutcome.Held } draft)
            return new Refusal("exception-unknown", $"Account {command.AccountId} is not held in this run.");
        switch (command.Action)
        {
            case "release" when draft.Plan is null:
                return new Refusal(
                    "exception-hard", "There is nothing to bill yet; put the data right and recalculate.");
            case "release":
                await runs.Resolve(draft with { Outcome = DraftOutcome.Calculated, Holds = [] }, context, cancellation);
                return null;
            case "skip":
                await runs.Resolve(draft with { Outcome = DraftOutcome.Skipped, Plan = null }, context, cancellation);
                return null;
            case "recalculate":
                await Partition(_run.Partitions[0]).Recalculate(Work(_run.Partitions[0]), key, cancellation);
                return null;
            default:
                return new Refusal("record-invalid", "An action is release, recalculate or skip.");
        }
    }
}
