using System.Collections.Immutable;
using BillingActors.Domain.BillRuns;
using BillingActors.Domain.Primitives;

namespace BillingActors.Storage.BillRuns;

/// <summary>Events to append to a run at the version they were decided on.</summary>
internal sealed record RunTurn(
    string RunId, long ExpectedVersion, ImmutableArray<RunEvent> Events, CommandContext Context)
{
    /// <summary>Whether everything is calculated again.</summary>
    public bool Recalculates => Events.Any(happened => happened is RunEvent.Reopened { Recalculates: true });

    /// <summary>Whether the run keeps its cycle for itself.</summary>
    public static bool IsActive(BillRun run) => run.Stage is not (RunStage.Closed or RunStage.Cancelled);

    /// <summary>The run after the turn; throws when what is stored is at another version.</summary>
    public BillRun Apply(IReadOnlyCollection<StoredRunEvent> stored)
    {
        if (stored.Count != ExpectedVersion)
            throw new StaleRunException(RunId);
        Invariant.Holds(!Events.IsEmpty, "a turn of a bill run has at least one event");
        Invariant.Holds(
            ExpectedVersion > 0 || Events[0] is RunEvent.Planned,
            "the first event of a bill run is that it was planned");
        var before = stored.Aggregate(BillRun.None, (run, e) => run.Apply(e.Happened, e.Context));
        return Events.Aggregate(before, (run, happened) => run.Apply(happened, Context));
    }
}
