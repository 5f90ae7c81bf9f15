using BillingActors.Gateway.Auth;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.MasterData;

namespace BillingActors.Gateway.Api;

/// <summary>Reads master records for a caller: one outside the caller's legal entities is as good as none.</summary>
internal static class MasterReading
{
    /// <summary>The grain of a record.</summary>
    public static IMasterDataGrain Master(this IGrainFactory grains, string kind, string id) =>
        grains.GetGrain<IMasterDataGrain>($"{kind}/{id}");

    /// <summary>The newest version the caller may see, or null.</summary>
    public static async Task<MasterView?> Find(
        this IGrainFactory grains, Caller caller, (string Kind, string Id) record, CancellationToken cancellation)
    {
        var view = await grains.Master(record.Kind, record.Id).View(cancellation);
        return view is not null && caller.MaySee(view.Content) ? view : null;
    }

    /// <summary>The content that holds on a day; null where none does.</summary>
    public static async Task<MasterContent?> HoldingOn(
        this IGrainFactory grains, (string Kind, string Id) record, DateOnly day, CancellationToken cancellation)
    {
        var versions = await grains.Master(record.Kind, record.Id).History(cancellation);
        return versions.LastOrDefault(version => version.ValidFrom <= day)?.Content;
    }

    /// <summary>
    /// Whether the caller may see a record; tariffs and tax tables belong to none and are seen by all.
    /// </summary>
    public static bool MaySee(this Caller caller, MasterContent content) =>
        EntityOf(content) is not { } entity || caller.Scope.Allows(entity);

    /// <summary>The legal entity a record belongs to, or null.</summary>
    public static string? EntityOf(MasterContent content) =>
        content.LegalEntity?.Id ?? content.Customer?.EntityId ?? content.ServicePoint?.EntityId
        ?? content.BillCycle?.EntityId ?? content.TaxProfile?.EntityId ?? content.DunningPolicy?.EntityId
        ?? content.DisputePolicy?.Id ?? content.Chart?.Id;
}
