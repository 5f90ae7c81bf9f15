using System.Collections.Immutable;
using BillingActors.Domain.Mediation;
using BillingActors.Grains.Imports;
using BillingActors.Grains.Interfaces.Charging;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.Streams;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Inbox;

namespace BillingActors.Grains.Mediation;

/// <summary>
/// Hands call records of a batch on to the stream that rates usage, once it is known who is charged. Repeating it is
/// safe: a record is recognised there by its source and id.
/// </summary>
internal sealed class CallRecords(ChargedParties parties, LongCalls longCalls, IInbox inbox)
{
    public async Task<EnteredRecords> Apply(
        string importId, ImmutableArray<ImportItem> items, CancellationToken cancellation)
    {
        var calls = items.Where(static item => item.Call is not null).ToList();
        if (calls.Count == 0)
            return new EnteredRecords(0, 0, 0, []);
        var found = await parties.Find([.. calls.Select(static item => item.Call!)], cancellation);
        List<CallRow> rows = [.. calls.Zip(found, static (item, party) => new CallRow(item, party))];
        foreach (var row in rows.Where(static row => row.Party is null))
            row.Refuse("charged_party", MediationRefusals.PartyUnknown);
        var sound = rows.Where(static row => row.Party is not null).ToLookup(static row => row.Entry.Part > 0);
        await HandOn(inbox, [.. sound[false].Select(static row => (row.Party!, row.Entry.Usage))], cancellation);
        await longCalls.Take(importId, [.. sound[true]], cancellation);
        var rejected = rows.Where(static row => row.Problem is not null).ToList();
        var known = rows.Count(static row => row is { Problem: null, IsKnown: true });
        return new EnteredRecords(
            rows.Count - rejected.Count - known,
            0,
            known,
            [.. rejected.Select(static row => new RejectedRecord(row.Item, row.Problem!))]);
    }

    /// <summary>Appends usage to the stream; it is durable then.</summary>
    public static async Task HandOn(
        IInbox inbox, IReadOnlyList<(ChargedParty Party, UsageEntry Usage)> calls, CancellationToken cancellation)
    {
        foreach (var chunk in calls.Chunk(inbox.RecordCountMax))
        {
            await inbox.Append(
                StreamNames.Usage,
                [.. chunk.Select(static call => new InboxRecord(
                    call.Party.AccountKey,
                    call.Usage.Source,
                    call.Usage.Id,
                    UsageRecordJson.Write(call.Usage with { ContractId = call.Party.ContractId })))],
                cancellation);
        }
    }
}
