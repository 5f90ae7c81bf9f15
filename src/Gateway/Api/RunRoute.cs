using BillingActors.Gateway.Auth;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.BillRuns;

namespace BillingActors.Gateway.Api;

/// <summary>The bill run a path names, as far as the caller may see it.</summary>
internal sealed record RunRoute(string RunId, Caller Caller, IGrainFactory Grains, HttpContext Http)
{
    /// <summary>The run's grain.</summary>
    public IBillRunGrain Grain => Grains.GetGrain<IBillRunGrain>(RunId);

    /// <summary>The run; null when there is none the caller may see.</summary>
    public async Task<RunView?> View(CancellationToken cancellation) =>
        await Grain.View(cancellation) is { } view && Caller.Scope.Allows(view.EntityId) ? view : null;
}
