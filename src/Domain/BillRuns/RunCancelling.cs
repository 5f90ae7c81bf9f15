using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.BillRuns;

/// <summary>Gives a run up before it has issued anything.</summary>
public static class RunCancelling
{
    /// <summary>Refuses a run that has begun to issue; cancelled before is nothing new.</summary>
    public static Decision<RunEvent> Decide(BillRun run) => run.Stage switch
    {
        RunStage.None => RunRefusals.RunUnknown,
        RunStage.Cancelled => Decision<RunEvent>.Nothing,
        RunStage.Approved when run.IssueOn is not null => RunRefusals.WrongStage(run.Stage),
        RunStage.Released or RunStage.Closed => RunRefusals.WrongStage(run.Stage),
        _ => new RunEvent.Cancelled(),
    };
}
