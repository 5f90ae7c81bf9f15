using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.BillRuns;

/// <summary>Takes a run back to calculation, wholly or for one account; an approval is void after it.</summary>
public static class RunReopening
{
    /// <summary>Refuses a run that has begun to issue, was cancelled, or is still calculating.</summary>
    public static Decision<RunEvent> Decide(BillRun run, string what, bool recalculates) => run.Stage switch
    {
        RunStage.None => RunRefusals.RunUnknown,
        RunStage.Approved when run.IssueOn is not null => RunRefusals.WrongStage(run.Stage),
        RunStage.Calculated or RunStage.Reconciled or RunStage.Approved => new RunEvent.Reopened(what, recalculates),
        _ => RunRefusals.WrongStage(run.Stage),
    };
}
