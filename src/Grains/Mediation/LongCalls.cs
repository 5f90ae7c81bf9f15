using System.Collections.Immutable;
using System.Security.Cryptography;
using BillingActors.Domain.Mediation;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Charging;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.Streams;
using BillingActors.Storage.Inbox;
using BillingActors.Storage.Mediation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace BillingActors.Grains.Mediation;

/// <summary>
/// Holds the parts of long calls until each call can be rated as one: when its last part and all before it are there,
/// or when it has waited for as long as the options say.
/// </summary>
internal sealed class LongCalls(
    IHeldCallStore held,
    IInbox inbox,
    IOptions<GrainsOptions> options,
    [FromKeyedServices(BillingClock.Key)] TimeProvider clock)
{
    // How long after a call was closed it is tried again, should it not have been handed on.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>Takes parts, and hands on the calls that are complete with them.</summary>
    public async Task Take(string importId, ImmutableArray<CallRow> rows, CancellationToken cancellation)
    {
        if (rows.IsEmpty)
            return;
        ImmutableArray<HeldPart> parts = [.. rows.Select(PartOf)];
        var dueAt = clock.GetUtcNow().AddHours(options.Value.LongCallHours);
        var outcomes = await held.Hold(importId, parts, dueAt, cancellation);
        for (var i = 0; i < rows.Length; i++)
        {
            if (outcomes[i].Refusal is { } refusal)
                rows[i].Refuse("part", refusal);
            else if (!outcomes[i].IsNew)
                rows[i].Known();
        }
        var complete = parts.Where((_, place) => outcomes[place].IsComplete).Select(static part => part.Call);
        foreach (var (source, callId) in complete.Distinct())
            await Close(source, callId, cancellation);
    }

    /// <summary>
    /// Rates a call as far as its parts are there; harmless where it has ended. It is closed, then handed on, then
    /// ended: no part is lost between, and a crash hands the same call on again, which the account knows by its id.
    /// </summary>
    public async Task Close(string source, string callId, CancellationToken cancellation)
    {
        var parts = await held.Close(source, callId, clock.GetUtcNow() + Pause, cancellation);
        if (!parts.IsEmpty)
        {
            var call = new HeldCall([.. parts.Select(static part => part.Part)]);
            await CallRecords.HandOn(inbox, [Joined(parts, call.Join())], cancellation);
        }
        await held.End(source, callId, cancellation);
    }

    private static (ChargedParty Party, UsageEntry Usage) Joined(ImmutableArray<HeldPart> parts, JoinedCall joined)
    {
        var first = parts.First(part => part.Part.Number == joined.FirstNumber).Entry;
        var names = first.Party.Split('/');
        return (
            new ChargedParty($"{names[0]}/{names[1]}", names.Length > 2 ? names[2] : null),
            first.Usage with
            {
                At = joined.Start.ToDateTimeOffset(),
                Call = first.Usage.Call! with { Quantity = joined.Quantity },
            });
    }

    private static HeldPart PartOf(CallRow row) => new(
        row.Entry with { Party = row.Party!.Name },
        new CallPart(
            row.Entry.Part,
            row.Entry.IsLast,
            Instant.FromDateTimeOffset(row.Entry.Usage.At),
            row.Entry.Usage.Call!.Quantity,
            RestOf(row.Entry)));

    // All that parts of one call have in common, as the file said it.
    private static string RestOf(CallEntry entry)
    {
        var rest = new UsageEntry(
            entry.Usage.Source, entry.Usage.Id, default, entry.Party, entry.Usage.Call! with { Quantity = 0 });
        return Convert.ToHexStringLower(SHA256.HashData(UsageRecordJson.Write(rest)));
    }
}
