using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.BillRuns;

/// <summary>Begins to issue the invoices of an approved run.</summary>
public static class RunRelease
{
    /// <summary>Refuses a run that is not approved; begun before is nothing new.</summary>
    public static Decision<RunEvent> Decide(BillRun run, LocalDate issueOn) => run.Stage switch
    {
        RunStage.None => RunRefusals.RunUnknown,
        RunStage.Released or RunStage.Closed => Decision<RunEvent>.Nothing,
        RunStage.Approved when run.IssueOn is not null => Decision<RunEvent>.Nothing,
        RunStage.Approved => new RunEvent.ReleaseStarted(issueOn),
        _ => RunRefusals.WrongStage(run.Stage),
    };
}
