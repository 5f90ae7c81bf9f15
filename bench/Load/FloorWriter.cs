using System.Diagnostics;
using Npgsql;

namespace BillingActors.Load;

/// <summary>
/// The floor: final rows by binary COPY in key order, page by page, each page one durable transaction with its
/// checkpoint and its numbers. No grains, no rating, nothing read.
/// </summary>
internal static class FloorWriter
{
    private const string UpdateAccounts = """
        update account as a set version = u.version, balance_minor = u.balance, link = u.link,
            last_invoice_on = u.issued_on::date, last_invoice_version = u.version
        from unnest($1::text[], $2::bigint[], $3::bigint[], $4::timestamp[], $5::bytea[])
            as u(account_key, version, balance, issued_on, link)
        where a.account_key = u.account_key
        """;

    private const string UpsertCheckpoint = """
        insert into bill_run_checkpoint(run_id, partition, stage, cursor, is_done)
        values ('floor', $1, 'release', $2, false)
        on conflict (run_id, partition, stage) do update set cursor = excluded.cursor
        """;

    private const string DrawNumbers = "update number_series set last = last + $1";

    public static async Task<TimeSpan> Write(
        string connectionString, IReadOnlyList<FloorPage> pages, int writerCount, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 20 });
        var start = Stopwatch.GetTimestamp();
        var share = (pages.Count + writerCount - 1) / writerCount;
        await Task.WhenAll(pages.Chunk(share).Select((own, writer) => Task.Run(
            () => WriteAll(source, own, writer, cancellation), cancellation)));
        return Stopwatch.GetElapsedTime(start);
    }

    private static async Task WriteAll(
        NpgsqlDataSource source, FloorPage[] pages, int writer, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        foreach (var page in pages)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            foreach (var (table, rows) in page.Copies)
            {
                await using var stream = await connection.BeginRawBinaryCopyAsync(
                    $"copy {table} from stdin (format binary)", cancellation);
                await stream.WriteAsync(rows, cancellation);
            }
            await WriteMoved(connection, page, writer, cancellation);
            await transaction.CommitAsync(cancellation);
        }
    }

    private static async Task WriteMoved(
        NpgsqlConnection connection, FloorPage page, int writer, CancellationToken cancellation)
    {
        var accounts = page.Accounts;
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                Command("set local enable_seqscan = off"),
                Command(
                    UpdateAccounts, accounts.Keys, accounts.Versions, accounts.Balances, accounts.IssuedOn,
                    accounts.Links),
                Command(UpsertCheckpoint, writer, page.LastKey),
                Command(DrawNumbers, (long)accounts.Count),
            },
        };
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    private static NpgsqlBatchCommand Command(string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
