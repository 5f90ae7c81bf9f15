using BillingActors.Domain.BillRuns;
using BillingActors.Grains.Interfaces.BillRuns;
using BillingActors.Grains.Mapping;

namespace BillingActors.Grains.BillRuns;

/// <summary>The run as it is shown: what is stored, and how far the current stage is.</summary>
internal sealed partial class BillRunGrain
{
    private RunProgress? _finished;

    private RunView ViewNow()
    {
        var now = clock.GetUtcNow();
        if (_dry is not null)
            return _dry.ToView(RunId, now, _sequence);
        var progress = _progress ?? _finished;
        var counts = _run.Counts;
        var isCalculating = _run.Stage == RunStage.Planned;
        return new RunView(
            RunId,
            _run.EntityId,
            _run.CycleId,
            _run.Period.From.ToWire(),
            _run.Period.Until.ToWire(),
            _run.Stage.ToWire(),
            _difference is null ? _run.Working : null, // A difference waits for a person, whatever the stage.
            false,
            _currency.Code,
            _run.CandidateCount,
            (_run.IsPaused ? progress : _progress)?.Worked ?? counts?.Candidates ?? 0,
            counts?.Due ?? 0,
            isCalculating ? progress?.Billed ?? 0 : counts?.Calculated ?? 0,
            isCalculating ? progress?.Held ?? 0 : counts?.Held ?? 0,
            counts?.Skipped ?? 0,
            Issued(),
            counts?.NetMinor ?? 0,
            counts?.TaxMinor ?? 0,
            counts?.TotalMinor ?? 0,
            counts?.ToTotals() ?? [],
            progress?.Rate ?? 0,
            _progress?.EndsAt(_run.Working == "release" ? counts?.Calculated ?? 0 : _run.CandidateCount, now),
            _difference,
            [.. _events.Select(stored => stored.ToEntry())],
            _sequence)
        {
            IsPaused = _run.IsPaused,
            Partitions = progress?.Partitions ?? [],
        };
    }

    private long Issued() => _run.Stage switch
    {
        RunStage.Released or RunStage.Closed => _run.Counts?.Calculated ?? 0,
        RunStage.Approved when _run.IssueOn is not null => (_progress ?? _finished)?.Worked ?? 0,
        _ => 0,
    };
}
