using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.BillRuns;

/// <summary>Stops the work of a run between two pages; nothing that is done is lost.</summary>
public static class RunPausing
{
    /// <summary>Refuses a run that does nothing by itself; paused before is nothing new.</summary>
    public static Decision<RunEvent> Decide(BillRun run) => run switch
    {
        { Stage: RunStage.None } => RunRefusals.RunUnknown,
        { IsPaused: true } => Decision<RunEvent>.Nothing,
        { Working: null } => RunRefusals.NotWorking,
        _ => new RunEvent.Paused(),
    };
}
