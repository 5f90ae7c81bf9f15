using System.Collections.Immutable;

namespace BillingActors.Storage.Inbox;

/// <summary>The log on top of one database's tables.</summary>
internal sealed class InboxLog(
    IInboxTable table, IInboxLogTable log, InboxEnvelopes envelopes, InboxOptions options) : IInboxLog
{
    private const long ReadByteCountMax = 1L << 20;

    public Task<InboxEpoch> Open(string streamNamespace, CancellationToken cancellation) =>
        table.Open(streamNamespace, options.PartitionCount, cancellation);

    public Task<int> PartitionCountMax(string streamNamespace, CancellationToken cancellation) =>
        log.PartitionCountMax(streamNamespace, cancellation);

    public async Task<InboxPosition> Checkpoint(
        string streamNamespace, int partition, CancellationToken cancellation) =>
        await log.Checkpoint(streamNamespace, partition, cancellation) ?? InboxPosition.First;

    public async Task<ImmutableArray<InboxRow>> Read(
        string streamNamespace, int partition, InboxPosition from, CancellationToken cancellation)
    {
        var range = new InboxRange(
            streamNamespace, partition, from, options.DeliveryRecordCountMax, ReadByteCountMax);
        var rows = await log.Read(range, cancellation);
        if (rows.IsEmpty && await log.NextEpoch(streamNamespace, partition, from.Epoch, cancellation) is { } next)
            rows = await log.Read(range with { From = new InboxPosition(next, 1) }, cancellation);
        return rows;
    }

    public Task<ImmutableArray<InboxRecord>> Records(
        string streamNamespace, InboxRow row, CancellationToken cancellation) =>
        envelopes.Open(streamNamespace, row.Body, cancellation);

    public Task<InboxClaim> Claim(string streamNamespace, int partition, CancellationToken cancellation) =>
        log.Claim(streamNamespace, partition, cancellation);

    public async Task<bool> Advance(InboxAdvance advance, CancellationToken cancellation)
    {
        var sealedBodies = ImmutableArray.CreateBuilder<byte[]>(advance.Quarantined.Length);
        foreach (var quarantined in advance.Quarantined)
        {
            sealedBodies.Add(quarantined.Record is { } record
                ? await envelopes.Seal(advance.Namespace, [record], cancellation)
                : quarantined.RowBody);
        }
        return await log.Advance(advance, sealedBodies.MoveToImmutable(), cancellation);
    }

    public Task<int> Trim(string streamNamespace, int partition, CancellationToken cancellation) =>
        log.Trim(streamNamespace, partition, TimeSpan.FromHours(options.RetentionHours), cancellation);
}
