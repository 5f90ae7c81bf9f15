using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.BillRuns;

/// <summary>Plans a run.</summary>
public static class RunPlanning
{
    /// <summary>The same plan by the same command is nothing new; another plan under the same id is refused.</summary>
    public static Decision<RunEvent> Decide(BillRun run, RunEvent.Planned wanted, CommandContext context)
    {
        if (run.Stage == RunStage.None)
            return wanted;
        var isSame = run.PlanCommandId == context.CommandId
            && run.EntityId == wanted.EntityId
            && run.CycleId == wanted.CycleId
            && run.Currency == wanted.Currency
            && run.Period == wanted.Period
            && run.AccountIds.SequenceEqual(wanted.AccountIds, StringComparer.Ordinal);
        return isSame ? Decision<RunEvent>.Nothing : RunRefusals.IdReused;
    }
}
