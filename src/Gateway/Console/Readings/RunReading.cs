using System.Collections.Immutable;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Runs;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.BillRuns;
using BillingActors.Grains.Interfaces.Worklists;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Console.Readings;

/// <summary>Reads bill runs, what they hold, and what is looked at before a release.</summary>
internal sealed class RunReading(IGrainFactory grains, IReports reports, IRunReports runs, RunsBefore before)
{
    private const int HeldCountMax = 50;
    private const int IssuedCountMax = 100;

    /// <summary>The run; null where there is none the person may see.</summary>
    public async Task<RunView?> Run(Caller caller, string runId, CancellationToken cancellation) =>
        await Grain(runId).View(cancellation) is { } view && caller.Scope.Allows(view.EntityId) ? view : null;

    /// <summary>Everything around the figures of a run.</summary>
    public async Task<RunDetails> Details(
        Caller caller, RunView run, string? reason, CancellationToken cancellation) => new(
        await Reasons(run, cancellation),
        await Held(caller, run, reason, cancellation),
        run.IsDryRun ? [] : await runs.Sample(run.RunId, cancellation),
        await before.Compare(caller, run, cancellation));

    /// <summary>
    /// The bill of an account as the run has drafted it, and the invoice it became; null where it has none.
    /// </summary>
    public async Task<(SampleBillView? Bill, string? InvoiceId)> Bill(
        Caller caller, RunView run, string accountId, CancellationToken cancellation)
    {
        var key = AccountKey.Of(run.EntityId, accountId);
        var bill = run.IsDryRun ? null : await runs.Bill(run.RunId, key, cancellation);
        if (bill?.State != "issued" || !RolePermissions.Allow(caller.Roles, Permissions.InvoicesRead))
            return (bill, null);
        var issued = await reports.InvoicesOf(key, 0, IssuedCountMax, cancellation);
        return (bill, issued.FirstOrDefault(row => row.RunId == run.RunId && row.CorrectsId is null)?.InvoiceId);
    }

    /// <summary>The run's grain.</summary>
    public IBillRunGrain Grain(string runId) => grains.GetGrain<IBillRunGrain>(runId);

    // What a dry run would hold is in its own figures: it leaves no rows.
    private async Task<ImmutableArray<RunReasonView>> Reasons(RunView run, CancellationToken cancellation) =>
        run.IsDryRun
            ?
            [
                .. run.Totals.Where(total => total.Kind == "hold")
                    .Select(total => new RunReasonView(total.Key, total.AmountMinor, default)),
            ]
            : await runs.Reasons(run.RunId, cancellation);

    private async Task<ImmutableArray<WorklistRow>> Held(
        Caller caller, RunView run, string? reason, CancellationToken cancellation) =>
        run.HeldCount == 0 || run.IsDryRun || !RolePermissions.Allow(caller.Roles, Permissions.WorklistRead)
            ? []
            : await reports.Worklist(
                caller.Scope, new WorklistFilter("bill-exception", "open", reason, run.RunId), 0, HeldCountMax,
                cancellation);
}
