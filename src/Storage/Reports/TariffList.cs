using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Grains.Interfaces.Tariffs.Lifecycle;
using BillingActors.Storage.MasterData;

namespace BillingActors.Storage.Reports;

/// <summary>Tariffs from the newest master records.</summary>
internal sealed class TariffList(IMasterDataStore records) : ITariffList
{
    public async Task<ImmutableArray<TariffRow>> List(
        bool drafts, string afterId, int countMax, CancellationToken cancellation)
    {
        var kind = drafts ? MasterKind.TariffDraft : MasterKind.Tariff;
        return [.. (await records.List(kind, afterId, countMax, cancellation)).Select(ToRow)];
    }

    private static TariffRow ToRow(MasterRecord record)
    {
        var tariff = TariffJson.Read(record.Body.Span);
        return new TariffRow(
            tariff.Id,
            tariff.Name,
            tariff.Currency,
            tariff.Versions.Length,
            tariff.Versions.IsEmpty ? null : tariff.Versions.Max(version => version.ValidFrom),
            record.Version,
            record.Context.At.ToDateTimeOffset(),
            record.Context.Actor.Id,
            record.Context.Reason);
    }
}
