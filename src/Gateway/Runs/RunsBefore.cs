using BillingActors.Gateway.Auth;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.BillRuns;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Runs;

/// <summary>Finds the run that billed the period before, and puts a run beside it.</summary>
internal sealed class RunsBefore(IGrainFactory grains, IReports reports)
{
    private const string Closed = "closed";

    // A period is billed by one large run, and by small ones that catch up with what was held.
    private const int CandidateCountMax = 5;

    /// <summary>The run beside the largest closed one of the newest period that ended before it began.</summary>
    public async Task<RunComparisonView> Compare(Caller caller, RunView run, CancellationToken cancellation)
    {
        var earlier = (await reports.Runs(caller.Scope, run.CycleId, cancellation))
            .Where(row => row.Stage == Closed && row.EntityId == run.EntityId && row.Until <= run.From)
            .GroupBy(row => row.Until)
            .MaxBy(period => period.Key) ?? Enumerable.Empty<RunRow>();
        RunView? before = null;
        foreach (var row in earlier.Take(CandidateCountMax))
        {
            var view = await grains.GetGrain<IBillRunGrain>(row.RunId).View(cancellation);
            if (view is not null && view.Currency == run.Currency && view.DueCount > (before?.DueCount ?? -1))
                before = view;
        }
        return RunComparison.Between(before, run);
    }
}
