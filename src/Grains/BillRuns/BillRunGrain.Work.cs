using System.Collections.Immutable;
using BillingActors.Domain.BillRuns;
using BillingActors.Domain.Primitives;
using BillingActors.Grains.Interfaces.BillRuns;
using BillingActors.Grains.Mapping;
using BillingActors.Storage.BillRuns;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace BillingActors.Grains.BillRuns;

/// <summary>
/// The work of a run by itself: slices of all partitions side by side, then the step that ends the stage.
/// </summary>
internal sealed partial class BillRunGrain
{
    private static readonly TimeSpan BetweenSlices = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(2);

    private IGrainTimer? _timer;
    private RunProgress? _progress;
    private DryRunWork? _dry;
    private string? _difference;

    private void StartWork() => _timer ??= this.RegisterGrainTimer(
        Advance, new GrainTimerCreationOptions(TimeSpan.Zero, BetweenSlices) { KeepAlive = true });

    private void StopWork()
    {
        _timer?.Dispose();
        _timer = null;
    }

    private async Task Advance(CancellationToken cancellation)
    {
        try
        {
            if (_dry is not null)
                await AdvanceDryRun(_dry, cancellation);
            else
                await AdvanceRun(cancellation);
            _timer?.Change(BetweenSlices, BetweenSlices);
        }
        catch (StaleRunException)
        {
            await Reload(cancellation);
        }
        catch (Exception e)
        {
            LogFault(logger, RunId, e);
            _timer?.Change(PauseAfterFault, PauseAfterFault);
        }
        finally
        {
            _sequence++;
        }
    }

    private Task AdvanceRun(CancellationToken cancellation) => _run.Working switch
    {
        "calculate" => Calculate(cancellation),
        "release" => Issue(cancellation),
        "reconcile" => ReconcileAgain(cancellation),
        _ => Rest(),
    };

    private Task Rest()
    {
        StopWork();
        return Task.CompletedTask;
    }

    private async Task Calculate(CancellationToken cancellation)
    {
        _progress ??= await Begun(cancellation);
        if (!await WorkSlice((partition, work) => partition.Calculate(work, cancellation)))
            return;
        var counts = await runs.CountDrafts(RunId, cancellation);
        await EndStage(RunCalculation.Decide(_run, counts), cancellation);
        await Reconcile(counts, cancellation);
    }

    private async Task Issue(CancellationToken cancellation)
    {
        _progress ??= await Begun(cancellation);
        if (!await WorkSlice((partition, work) => partition.Release(work, cancellation)))
            return;
        var counts = await runs.CountDrafts(RunId, cancellation);
        await EndStage(RunIssuing.Decide(_run, counts), cancellation);
        await Reconcile(counts, cancellation);
    }

    private async Task ReconcileAgain(CancellationToken cancellation) =>
        await Reconcile(await runs.CountDrafts(RunId, cancellation), cancellation);

    private async Task Reconcile(RunCounts counts, CancellationToken cancellation)
    {
        var decision = _run.Stage == RunStage.Released
            ? RunClosing.Decide(_run, counts, Sums(await runs.CountIssued(RunId, cancellation)))
            : RunReconciliation.Decide(_run, counts);
        _difference = decision.Refusal?.Detail;
        if (!decision.Events.IsEmpty)
            await Append(decision.Events, Job(), cancellation);
        else
            LogDiffers(logger, RunId, _difference);
        StopWork(); // Reconciled or closed, or a person must look at the difference; the scheduler asks again.
    }

    private async Task<bool> WorkSlice(Func<IBillRunPartitionGrain, PartitionWork, Task<PartitionProgress>> slice)
    {
        var results = await Task.WhenAll(_run.Partitions.Select(p =>
            places.Call(p.Number, () => slice(Partition(p), Work(p)))));
        foreach (var (partition, result) in _run.Partitions.Zip(results))
            _progress!.Add(partition.Number, result);
        return results.All(result => result.IsDone);
    }

    private async Task AdvanceDryRun(DryRunWork dry, CancellationToken cancellation)
    {
        var slices = await Task.WhenAll(dry.Open().Select(async open =>
            (open.Partition.Number, Slice: await places.Call(
                open.Partition.Number,
                () => Partition(open.Partition).DryRun(
                    DryWork(dry, open.Partition), open.Cursor, cancellation)))));
        foreach (var (number, slice) in slices)
            dry.Take(number, slice);
        if (dry.IsDone)
            StopWork();
    }

    private async Task EndStage(Decision<RunEvent> decision, CancellationToken cancellation)
    {
        if (!decision.Events.IsEmpty)
            await Append(decision.Events, Job(), cancellation);
        EndProgress();
    }

    private void EndProgress()
    {
        _progress?.Stop();
        _finished = _progress ?? _finished;
        _progress = null;
    }

    // What was done before this activation, or before the pause, from the checkpoints of the pages.
    private async Task<RunProgress> Begun(CancellationToken cancellation)
    {
        var isRelease = _run.IssueOn is not null;
        var (stage, total) = isRelease ? ("release", _run.Counts?.Calculated ?? 0) : ("calculate", _run.CandidateCount);
        var begun = ImmutableArray.CreateBuilder<RunPartitionView>(_run.Partitions.Length);
        foreach (var partition in _run.Partitions)
        {
            var at = await runs.Checkpoint(RunId, partition.Number, stage, cancellation);
            var worked = at is null ? 0 : await runs.CountWorked(at, partition.AfterKey, cancellation);
            begun.Add(RunProgress.Share(partition.Number, total, _run.Partitions.Length) with
            {
                WorkedCount = worked,
                IsDone = at is { IsDone: true },
            });
        }
        return new RunProgress(begun.MoveToImmutable());
    }

    private IBillRunPartitionGrain Partition(RunPartition partition) =>
        GrainFactory.GetGrain<IBillRunPartitionGrain>($"{RunId}/{partition.Number}");

    private PartitionWork Work(RunPartition partition) => new(
        RunId,
        _run.EntityId,
        _run.CycleId,
        _run.Period.Until.ToWire(),
        partition.Number,
        partition.AfterKey,
        partition.ThroughKey,
        _run.AccountIds,
        _run.IssueOn?.ToWire(),
        ReleasedBy())
    {
        Currency = _currency.Code,
    };

    private PartitionWork DryWork(DryRunWork dry, RunPartition partition) => new(
        RunId,
        dry.Plan.EntityId,
        dry.Plan.CycleId,
        dry.Period.Until.ToWire(),
        partition.Number,
        partition.AfterKey,
        partition.ThroughKey,
        dry.Plan.AccountIds)
    {
        Currency = _currency.Code,
    };

    private string ReleasedBy() =>
        _events.LastOrDefault(stored => stored.Happened is RunEvent.ReleaseStarted)?.Context.Actor.Id ?? "";

    private CommandContext Job() => new(
        $"{RunId}.{_run.Version + 1}",
        new Actor(ActorKind.Job, "bill-run"),
        "run",
        Instant.FromDateTimeOffset(clock.GetUtcNow()));

    private static IssuedSums Sums(IssuedCounts issued) => new(
        issued.InvoiceCount,
        issued.NetMinor,
        issued.TaxMinor,
        issued.ReceivablesMinor,
        issued.RevenueMinor,
        issued.TaxPostedMinor);

    [LoggerMessage(Level = LogLevel.Error, Message = "Bill run {RunId} met a fault; it goes on after a pause.")]
    private static partial void LogFault(ILogger logger, string runId, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Bill run {RunId} does not reconcile: {Difference}")]
    private static partial void LogDiffers(ILogger logger, string runId, string? difference);
}
