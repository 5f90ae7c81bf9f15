using System.Collections.Immutable;
using System.Text.Json;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Storage.MasterData;

namespace BillingActors.Storage.Reports;

/// <summary>Drafts that wait, from the newest master records: a legal entity has one at most.</summary>
internal sealed class LegalEntityDrafts(IMasterDataStore records) : ILegalEntityDrafts
{
    private const int PageLength = 500;

    public async Task<ImmutableArray<LegalEntityDraftRow>> Waiting(
        EntityScope scope, string afterId, int countMax, CancellationToken cancellation)
    {
        var rows = ImmutableArray.CreateBuilder<LegalEntityDraftRow>();
        ImmutableArray<MasterRecord> page;
        do
        {
            page = await records.List(MasterKind.LegalEntityDraft, afterId, PageLength, cancellation);
            rows.AddRange(page.Where(record => scope.Allows(record.Id)).Select(Read).OfType<LegalEntityDraftRow>());
            afterId = page.IsEmpty ? afterId : page[^1].Id;
        }
        while (page.Length == PageLength && rows.Count < countMax);
        return [.. rows.Take(countMax)];
    }

    private static LegalEntityDraftRow? Read(MasterRecord record)
    {
        var draft = JsonSerializer.Deserialize<LegalEntityDraftRecord>(record.Body.Span, JsonSerializerOptions.Web)!;
        var day = record.ValidFrom;
        return draft.State != LegalEntityDraftRecord.Waiting
            ? null
            : new LegalEntityDraftRow(
                record.Id, record.Version, draft.Replaces, new DateOnly(day.Year, day.Month, day.Day), draft.MakerId,
                record.Context.At.ToDateTimeOffset(), record.Context.Reason);
    }
}
