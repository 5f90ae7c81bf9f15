using System.Collections.Concurrent;
using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Streams;

namespace BillingActors.Storage.Inbox;

/// <summary>The inbox on top of one database's tables: seal, hand over to the writer of the stream, answer.</summary>
internal sealed class DurableInbox(IInboxTable table, InboxEnvelopes envelopes, InboxOptions options)
    : IInbox, IAsyncDisposable
{
    private const int AttemptCountMax = 8;

    private readonly ConcurrentDictionary<string, Lazy<InboxWriter>> _writers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, InboxEpoch> _epochs = new(StringComparer.Ordinal);
    private Action<string>? _appended;

    public int RecordCountMax => options.AppendRecordCountMax;

    public void Tell(Action<string> appended) => _appended += appended;

    public async Task<InboxReceipt> Append(
        string streamNamespace,
        IReadOnlyList<InboxRecord> records,
        InboxOperation? operation,
        CancellationToken cancellation)
    {
        if (records.Count == 0)
            return new InboxReceipt(0, []);
        if (records.Count > RecordCountMax)
            throw new ArgumentException($"An append has at most {RecordCountMax} records.", nameof(records));
        for (var attempt = 1; attempt <= AttemptCountMax; attempt++)
        {
            var epoch = await Epoch(streamNamespace, cancellation);
            var append = await Prepare(streamNamespace, epoch, records, cancellation);
            cancellation.ThrowIfCancellationRequested();
            if (await Writer(streamNamespace).Append(append with { Operation = operation }) is { } receipt)
            {
                _appended?.Invoke(streamNamespace);
                return receipt;
            }
            _epochs.TryRemove(KeyValuePair.Create(streamNamespace, epoch));
        }
        throw new InvalidOperationException($"The stream '{streamNamespace}' keeps changing its partitions.");
    }

    public Task<StoredOperation?> Find(
        string streamNamespace, string operationId, CancellationToken cancellation) =>
        table.Find(streamNamespace, operationId, cancellation);

    public async Task<StreamOperationView?> Progress(
        string streamNamespace, InboxReceipt receipt, CancellationToken cancellation)
    {
        var rows = await table.Progress(streamNamespace, receipt, cancellation);
        if (rows.Length != receipt.Parts.Length || rows.Sum(row => row.RecordCount) != receipt.Count)
            return null;
        var waiting = rows.Where(row => !row.IsDone).Sum(row => row.RecordCount);
        var duplicate = rows.Sum(row => row.DuplicateCount);
        var refused = rows.Sum(row => row.RefusedCount);
        var state = waiting == 0 ? "done" : waiting == receipt.Count ? "accepted" : "working";
        return new StreamOperationView(
            state, receipt.Count, waiting, receipt.Count - waiting - duplicate - refused, duplicate, refused);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var writer in _writers.Values)
            await writer.Value.DisposeAsync();
    }

    private async ValueTask<InboxEpoch> Epoch(string streamNamespace, CancellationToken cancellation)
    {
        if (_epochs.TryGetValue(streamNamespace, out var known))
            return known;
        var epoch = await table.Epoch(streamNamespace, cancellation)
            ?? await table.Open(streamNamespace, options.PartitionCount, cancellation);
        return _epochs.GetOrAdd(streamNamespace, epoch);
    }

    private async Task<PreparedAppend> Prepare(
        string streamNamespace, InboxEpoch epoch, IReadOnlyList<InboxRecord> records, CancellationToken cancellation)
    {
        var parts = ImmutableArray.CreateBuilder<PreparedPart>();
        foreach (var group in records.GroupBy(record => epoch.PartitionOf(record.Subject)).OrderBy(part => part.Key))
        {
            List<InboxRecord> own = [.. group];
            var body = await envelopes.Seal(streamNamespace, own, cancellation);
            parts.Add(new PreparedPart(group.Key, own.Count, body));
        }
        return new PreparedAppend(epoch.Number, parts.DrainToImmutable());
    }

    private InboxWriter Writer(string streamNamespace) => _writers.GetOrAdd(
        streamNamespace,
        name => new Lazy<InboxWriter>(() => new InboxWriter(name, table, options))).Value;
}
