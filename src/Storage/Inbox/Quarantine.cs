using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BillingActors.Grains.Interfaces.Streams;
using BillingActors.Storage.Reports;

namespace BillingActors.Storage.Inbox;

/// <summary>The quarantine on top of one database's table.</summary>
internal sealed class Quarantine(IQuarantineTable table, IInbox inbox, InboxEnvelopes envelopes) : IQuarantine
{
    public async Task<ImmutableArray<QuarantineView>> Waiting(
        string streamNamespace, EntityScope scope, QuarantineRange range, CancellationToken cancellation)
    {
        var rows = await table.Waiting(streamNamespace, scope, range, cancellation);
        var views = ImmutableArray.CreateBuilder<QuarantineView>(rows.Length);
        foreach (var row in rows)
        {
            var record = await Open(streamNamespace, row, cancellation);
            views.Add(row.View with { Body = record is null ? null : Encoding.UTF8.GetString(record.Body.Span) });
        }
        return views.MoveToImmutable();
    }

    public async Task<QuarantineDecision> Redrive(
        QuarantineKey key, string actorId, CancellationToken cancellation)
    {
        if (await table.Find(key, cancellation) is not { } row)
            return QuarantineDecision.Unknown;
        if (row.State != "waiting")
            return QuarantineDecision.DecidedBefore;
        if (await Open(key.Namespace, row, cancellation) is not { } record)
            return QuarantineDecision.Unreadable;
        // First the new append: a crash between the two drives it twice, and its effect is still once.
        var receipt = await inbox.Append(key.Namespace, [record], cancellation);
        var to = string.Create(
            CultureInfo.InvariantCulture, $"{receipt.Epoch}.{receipt.Parts[0].Partition}.{receipt.Parts[0].Row}.0");
        return await Decide(key, new QuarantineNote("redriven", actorId, to), cancellation);
    }

    public async Task<QuarantineDecision> Discard(
        QuarantineKey key, string actorId, string reason, CancellationToken cancellation) =>
        await table.Find(key, cancellation) is null
            ? QuarantineDecision.Unknown
            : await Decide(key, new QuarantineNote("discarded", actorId, reason), cancellation);

    private async Task<QuarantineDecision> Decide(
        QuarantineKey key, QuarantineNote note, CancellationToken cancellation) =>
        await table.Decide(key.Id, note, cancellation) ? QuarantineDecision.Done : QuarantineDecision.DecidedBefore;

    private async Task<InboxRecord?> Open(
        string streamNamespace, QuarantineRow row, CancellationToken cancellation) => row.HasRecord
        ? (await envelopes.Open(streamNamespace, row.Body, cancellation))[0]
        : null;
}
