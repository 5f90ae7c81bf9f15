using System.Collections.Immutable;
using BillingActors.Gateway.Auth;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.BillRuns;
using BillingActors.Grains.Interfaces.Worklists;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Console.Readings;

/// <summary>Reads bill runs and what they hold.</summary>
internal sealed class RunReading(IGrainFactory grains, IReports reports)
{
    private const int HeldCountMax = 50;

    /// <summary>The run; null where there is none the person may see.</summary>
    public async Task<RunView?> Run(Caller caller, string runId, CancellationToken cancellation) =>
        await Grain(runId).View(cancellation) is { } view && caller.Scope.Allows(view.EntityId) ? view : null;

    /// <summary>The first accounts it holds.</summary>
    public async Task<ImmutableArray<WorklistRow>> Held(Caller caller, RunView run, CancellationToken cancellation) =>
        run.HeldCount == 0 || !RolePermissions.Allow(caller.Roles, Permissions.WorklistRead)
            ? []
            : await reports.Worklist(
                caller.Scope, new WorklistFilter(State: "open", RunId: run.RunId), 0, HeldCountMax, cancellation);

    /// <summary>The run's grain.</summary>
    public IBillRunGrain Grain(string runId) => grains.GetGrain<IBillRunGrain>(runId);
}
