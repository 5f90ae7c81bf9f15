using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.BillRuns;

/// <summary>Records that every partition of a planned run has its drafts.</summary>
public static class RunCalculation
{
    /// <summary>Refuses a run that is not being calculated; calculated before is nothing new.</summary>
    public static Decision<RunEvent> Decide(BillRun run, RunCounts counts) => run.Stage switch
    {
        RunStage.None => RunRefusals.RunUnknown,
        RunStage.Planned => new RunEvent.Calculated(counts),
        RunStage.Calculated => Decision<RunEvent>.Nothing,
        _ => RunRefusals.WrongStage(run.Stage),
    };
}
