using System.Collections.Immutable;
using BillingActors.Gateway.Api;
using BillingActors.Gateway.Auth;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Console.Readings;

/// <summary>Reads legal entities and the drafts of them that wait for a second person.</summary>
internal sealed class EntityReading(IGrainFactory grains, ILegalEntityDrafts drafts)
{
    private const int CountMax = 50;

    /// <summary>The newest version of a legal entity that the caller may see; null where there is none.</summary>
    public async Task<MasterView?> Entity(Caller caller, string entityId, CancellationToken cancellation) =>
        caller.Scope.Allows(entityId)
            ? await grains.Master(MasterKindName.LegalEntity, entityId).View(cancellation)
            : null;

    /// <summary>The first drafts that wait, with what they change.</summary>
    public async Task<ImmutableArray<LegalEntityDraftView>> Waiting(Caller caller, CancellationToken cancellation)
    {
        var rows = await drafts.Waiting(caller.Scope, "", CountMax, cancellation);
        var views = await Task.WhenAll(rows.Select(row => Grain(row.EntityId).View(cancellation)));
        return [.. views.OfType<LegalEntityDraftView>().Where(view => view.State == LegalEntityDraftRecord.Waiting)];
    }

    /// <summary>The grain that keeps the draft.</summary>
    public ILegalEntityDraftGrain Grain(string entityId) => grains.GetGrain<ILegalEntityDraftGrain>(entityId);
}
