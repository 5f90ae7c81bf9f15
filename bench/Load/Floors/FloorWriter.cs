using System.Diagnostics;
using Npgsql;

namespace BillingActors.Load.Floors;

/// <summary>
/// Final rows by binary COPY in key order, page by page, each page one durable transaction with all that belongs to it.
/// </summary>
internal static class FloorWriter
{
    private const string UpdateAccounts = """
        update account as a set version = u.version, balance_minor = u.balance, link = u.link,
            last_invoice_on = u.issued_on::date, last_invoice_version = u.issued_at
        from unnest($1::text[], $2::bigint[], $3::bigint[], $4::timestamp[], $5::bigint[], $6::bytea[])
            as u(account_key, version, balance, issued_on, issued_at, link)
        where a.account_key = u.account_key
        """;

    public static async Task<TimeSpan> Write(
        string connectionString,
        (IReadOnlyList<FloorPage> Pages, FloorShape Shape) work,
        int writerCount,
        CancellationToken cancellation)
    {
        var (pages, shape) = work;
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 20 });
        var start = Stopwatch.GetTimestamp();
        var share = (pages.Count + writerCount - 1) / writerCount;
        await Task.WhenAll(pages.Chunk(share).Select((own, writer) => Task.Run(
            () => WriteAll(source, (own, shape), writer, cancellation), cancellation)));
        return Stopwatch.GetElapsedTime(start);
    }

    private static async Task WriteAll(
        NpgsqlDataSource source,
        (FloorPage[] Pages, FloorShape Shape) own,
        int writer,
        CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        foreach (var page in own.Pages)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            foreach (var (table, rows) in page.Copies)
            {
                await using var stream = await connection.BeginRawBinaryCopyAsync(
                    $"copy {table} from stdin (format binary)", cancellation);
                await stream.WriteAsync(rows, cancellation);
            }
            await WriteMoved(connection, page, (own.Shape, writer), cancellation);
            await transaction.CommitAsync(cancellation);
        }
    }

    private static async Task WriteMoved(
        NpgsqlConnection connection,
        FloorPage page,
        (FloorShape Shape, int Writer) own,
        CancellationToken cancellation)
    {
        var accounts = page.Accounts;
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                Command("set local enable_seqscan = off"),
                Command(
                    UpdateAccounts, accounts.Keys, accounts.Versions, accounts.Balances, accounts.IssuedOn,
                    accounts.IssuedAt, accounts.Links),
            },
        };
        foreach (var removed in own.Shape.Removed)
            batch.BatchCommands.Add(Command(removed, [accounts.Keys]));
        foreach (var beside in own.Shape.Beside(page, own.Writer))
            batch.BatchCommands.Add(beside);
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>A statement and its values.</summary>
    public static NpgsqlBatchCommand Command(string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
