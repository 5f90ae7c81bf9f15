using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.BillRuns;

/// <summary>A second person agrees to a reconciled run.</summary>
public static class RunApproval
{
    /// <summary>Refuses another stage, and the planner where four eyes are asked for.</summary>
    public static Decision<RunEvent> Decide(BillRun run, RunCounts counts, CommandContext context)
    {
        if (run.Stage == RunStage.None)
            return RunRefusals.RunUnknown;
        if (run.Stage == RunStage.Approved && run.ApprovedBy == context.Actor.Id)
            return Decision<RunEvent>.Nothing;
        if (run.Stage != RunStage.Reconciled)
            return RunRefusals.WrongStage(run.Stage);
        if (run.NeedsSecondPerson && run.PlannedBy == context.Actor.Id)
            return RunRefusals.SecondPersonNeeded;
        return RunReconciliation.Difference(run, counts) is { } difference
            ? RunRefusals.Differs(difference)
            : new RunEvent.Approved(counts);
    }
}
