using System.Diagnostics;
using System.Globalization;
using System.Text;
using BillingActors.Load.Machine;
using BillingActors.Storage;
using BillingActors.Storage.Inbox;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace BillingActors.Load.Inbox;

/// <summary>
/// Accepts batches of records into the inbox, and lets COPY store one row per record of the same batches into a plain
/// table beside it: the ratio says what accepting durably costs.
/// </summary>
public static class InboxBench
{
    private const string Stream = "bench";
    private const string BenchSource = "bench";
    private const int BodyLength = 200;
    private const int SubjectCount = 100_000;

    private const string MakeFloor = """
        create table floor_record(batch integer not null, position integer not null, subject text not null,
            source text not null, record_id text not null, body bytea not null, primary key (batch, position))
        """;

    private const string CopyFloor = """
        copy floor_record(batch, position, subject, source, record_id, body) from stdin (format binary)
        """;

    /// <summary>Runs the benchmark in a database of its own, which is dropped afterwards.</summary>
    public static Task<int> Run(InboxBenchOptions options, TextWriter output, CancellationToken cancellation) =>
        Bench.Run(
            options, output, async (server, stop) => await Measure(server, options, stop), cancellation);

    private static async Task<InboxReport> Measure(
        BenchServer server, InboxBenchOptions options, CancellationToken cancellation)
    {
        var database = await server.Create("inbox", cancellation);
        await using var services = StorageServices.Of(database);
        await services.MigrateStorage(cancellation);
        await using var source = NpgsqlDataSource.Create(database);
        await using (var make = source.CreateCommand(MakeFloor))
            await make.ExecuteNonQueryAsync(cancellation);
        var inbox = services.GetRequiredService<IInbox>();
        var warm = Enumerable.Range(-20, 20).Select(number => Batch(number, options.RecordCount)).ToList();
        var batches = Enumerable.Range(0, options.BatchCount)
            .Select(number => Batch(number, options.RecordCount)).ToList();
        await Accept(inbox, warm, options, cancellation);
        await Copy(source, warm, options, cancellation);

        await server.Checkpoint(cancellation);
        var accepted = await Accept(inbox, batches, options, cancellation);
        await server.Checkpoint(cancellation);
        var copied = await Copy(source, batches, options, cancellation);
        return new InboxReport
        {
            RecordCount = options.BatchCount * options.RecordCount,
            Options = options,
            Accepted = accepted,
            Copied = copied,
        };
    }

    private static Task<TimeSpan> Accept(
        IInbox inbox, List<Numbered> batches, InboxBenchOptions options, CancellationToken cancellation) =>
        InParallel(
            batches,
            options.ProducerCount,
            async batch => await inbox.Append(Stream, batch.Records, cancellation));

    private static Task<TimeSpan> Copy(
        NpgsqlDataSource source, List<Numbered> batches, InboxBenchOptions options, CancellationToken cancellation) =>
        InParallel(
            batches,
            options.ProducerCount,
            async batch =>
            {
                await using var connection = await source.OpenConnectionAsync(cancellation);
                await using var copy = await connection.BeginBinaryImportAsync(CopyFloor, cancellation);
                for (var position = 0; position < batch.Records.Count; position++)
                {
                    var record = batch.Records[position];
                    await copy.StartRowAsync(cancellation);
                    await copy.WriteAsync(batch.Number, cancellation);
                    await copy.WriteAsync(position, cancellation);
                    await copy.WriteAsync(record.Subject, cancellation);
                    await copy.WriteAsync(record.Source, cancellation);
                    await copy.WriteAsync(record.Id, cancellation);
                    await copy.WriteAsync(record.Body, cancellation);
                }
                await copy.CompleteAsync(cancellation);
            });

    /// <summary>Each producer sends its next batch when the one before is durable.</summary>
    private static async Task<TimeSpan> InParallel(
        List<Numbered> batches, int producerCount, Func<Numbered, Task> send)
    {
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, producerCount).Select(producer => Task.Run(async () =>
        {
            for (var next = producer; next < batches.Count; next += producerCount)
                await send(batches[next]);
        })));
        return Stopwatch.GetElapsedTime(start);
    }

    private static Numbered Batch(int number, int recordCount) => new(
        number, [.. Enumerable.Range(0, recordCount).Select(position => Record(number, position, recordCount))]);

    private static InboxRecord Record(int number, int position, int recordCount)
    {
        var index = unchecked((uint)((number * recordCount) + position));
        // Neighbours in a batch belong to accounts far from each other.
        var subject = unchecked(index * 2654435761u) % SubjectCount;
        var id = string.Create(CultureInfo.InvariantCulture, $"record-{index:D12}");
        return new InboxRecord(
            string.Create(CultureInfo.InvariantCulture, $"north/A{subject:D8}"),
            BenchSource,
            id,
            Encoding.UTF8.GetBytes(id.PadRight(BodyLength, '.')));
    }

    private sealed record Numbered(int Number, List<InboxRecord> Records);
}
