using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.BillRuns;

/// <summary>Lets a paused run go on where it stopped.</summary>
public static class RunResuming
{
    /// <summary>Refuses a run that is not paused.</summary>
    public static Decision<RunEvent> Decide(BillRun run) => run switch
    {
        { Stage: RunStage.None } => RunRefusals.RunUnknown,
        { IsPaused: true } => new RunEvent.Resumed(),
        _ => RunRefusals.NotPaused,
    };
}
