using System.Collections.Immutable;
using BillingActors.Gateway.Api;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Tariffs.Lifecycle;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Console.Readings;

/// <summary>Reads tariffs, their drafts, and how they differ.</summary>
internal sealed class TariffReading(IGrainFactory grains, ITariffList tariffs)
{
    /// <summary>Tariffs, or drafts of them, after an id.</summary>
    public Task<ImmutableArray<TariffRow>> List(
        bool drafts, string? after, int countMax, CancellationToken cancellation) =>
        tariffs.List(drafts, after ?? "", countMax, cancellation);

    /// <summary>A tariff with its draft; null where there is neither.</summary>
    public async Task<TariffPicture?> Picture(string id, CancellationToken cancellation)
    {
        var published = await Grain(id).History(cancellation);
        var draft = await grains.Master(MasterKindName.TariffDraft, id).View(cancellation);
        if (published.IsEmpty && draft is null)
            return null;
        var isNew = draft is not null && (published.IsEmpty
            || !TariffComparison.Between(published[^1].Content.Tariff!, draft.Content.Tariff!).IsEmpty);
        return new TariffPicture(
            id, published, isNew ? draft : null,
            isNew ? await Grain(id).Check(draft!.Content.Tariff!, cancellation) : [],
            isNew ? await Grain(id).Authors(cancellation) : []);
    }

    /// <summary>How two states of a tariff differ; null where one is not there, or they cannot be compared.</summary>
    public async Task<ImmutableArray<TariffChangeView>?> Changes(
        string id, string from, string to, CancellationToken cancellation)
    {
        if (TariffRevision.Parse(from) is not { } left || TariffRevision.Parse(to) is not { } right
            || (left.Number is null) != (right.Number is null))
            return null;
        var before = await left.Find(grains, id, cancellation);
        var after = await right.Find(grains, id, cancellation);
        if (before is null || after is null)
            return null;
        return left.Number is { } old
            ? TariffComparison.Between((before, old), (after, right.Number!.Value))
            : TariffComparison.Between(before, after);
    }

    /// <summary>The grain of the published tariff.</summary>
    public IMasterDataGrain Grain(string id) => grains.Master(MasterKindName.Tariff, id);
}
