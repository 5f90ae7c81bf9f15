using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using BillingActors.Storage.Inbox;

namespace BillingActors.Micro;

/// <summary>
/// A batch of 1,000 records into the inbox of the embedded database until it is durable, and out again.
/// </summary>
[MemoryDiagnoser]
public class InboxBenchmarks
{
    private const string Stream = "bench";
    private const int RecordCount = 1000;
    private const int BodyLength = 200;

    private readonly InboxRecord[] _batch = [.. Enumerable.Range(0, RecordCount).Select(Record)];
    private MicroStore _database = null!;
    private IInbox _inbox = null!;
    private IInboxLog _log = null!;

    [GlobalSetup]
    public async Task Open()
    {
        _database = await MicroStore.Create();
        (_inbox, _log) = (_database.Get<IInbox>(), _database.Get<IInboxLog>());
        await _log.Open(Stream, CancellationToken.None);
        await _inbox.Append(Stream, _batch, CancellationToken.None);
    }

    [Benchmark(OperationsPerInvoke = RecordCount, Description = "record accepted")]
    public Task<InboxReceipt> Append() => _inbox.Append(Stream, _batch, CancellationToken.None);

    [Benchmark(Description = "slice of a partition read and opened")]
    public async Task<int> Read()
    {
        var rows = await _log.Read(Stream, 0, InboxPosition.First, CancellationToken.None);
        var count = 0;
        foreach (var row in rows)
        {
            ImmutableArray<InboxRecord> records = await _log.Records(Stream, row, CancellationToken.None);
            count += records.Length;
        }
        return count;
    }

    [GlobalCleanup]
    public async Task Close() => await _database.DisposeAsync();

    private static InboxRecord Record(int number)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"record-{number:D6}");
        return new InboxRecord(
            string.Create(CultureInfo.InvariantCulture, $"bench/A{number * 7919 % RecordCount}"),
            "bench",
            id,
            Encoding.UTF8.GetBytes(id.PadRight(BodyLength, '.')));
    }
}
