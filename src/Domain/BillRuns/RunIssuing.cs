using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.BillRuns;

/// <summary>Records that every draft of a run whose release has begun is issued or held again.</summary>
public static class RunIssuing
{
    /// <summary>Refuses a run whose release has not begun, so nothing is released without an approval.</summary>
    public static Decision<RunEvent> Decide(BillRun run, RunCounts counts) => run.Stage switch
    {
        RunStage.None => RunRefusals.RunUnknown,
        RunStage.Approved when run.IssueOn is not null => new RunEvent.Released(counts),
        RunStage.Released or RunStage.Closed => Decision<RunEvent>.Nothing,
        _ => RunRefusals.WrongStage(run.Stage),
    };
}
