using System.Globalization;
using Npgsql;

namespace BillingActors.Load;

/// <summary>Reads the rows a run left behind into memory, page by page in key order.</summary>
internal static class FloorPages
{
    /// <summary>Accounts of a page.</summary>
    public const int Size = 2000;

    private const string OfRun =
        "(account_key, version) in (select account_key, version from invoice where run_id = {0})";

    /// <summary>Tables a run adds rows to, with what tells those rows from earlier ones, and their order.</summary>
    private static readonly (string Table, string Rows, string Order)[] Tables =
    [
        ("account_event", OfRun, "account_key, version"),
        ("posting", OfRun, "account_key, version, line"),
        ("invoice", "run_id = {0}", "account_key, version"),
        ("open_item", "account_key in (select account_key from invoice where run_id = {0})", "account_key, item_id"),
        ("bill_draft", "run_id = {0}", "account_key"),
    ];

    private const string SelectKeys = """
        select array_agg(account_key order by account_key) from (
            select account_key, (row_number() over (order by account_key) - 1) / $2 as page
            from invoice where run_id = $1
        ) as keys group by page order by page
        """;

    private const string SelectAccounts = """
        select version, balance_minor, last_invoice_on::timestamp, link from account
        where account_key = any($1) order by account_key
        """;

    public static async Task<IReadOnlyList<FloorPage>> Read(
        string connectionString, string runId, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var pages = new List<FloorPage>();
        foreach (var keys in await Keys(connection, runId, cancellation))
            pages.Add(await Page(connection, runId, keys, cancellation));
        return pages;
    }

    /// <summary>Counts and hashes of all tables a run writes: equal for equal rows.</summary>
    public static async Task<string> Fingerprint(string connectionString, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(connectionString) { CommandTimeout = 0 });
        var parts = new List<string>();
        foreach (var table in Tables.Select(table => table.Table).Append("account").Append("number_series"))
        {
            await using var command = source.CreateCommand(
                $"select count(*) || '/' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) from {table} as t");
            parts.Add($"{table} {await command.ExecuteScalarAsync(cancellation)}");
        }
        return string.Join(", ", parts);
    }

    private static async Task<List<string[]>> Keys(
        NpgsqlConnection connection, string runId, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(SelectKeys, connection)
        {
            Parameters = { new() { Value = runId }, new() { Value = Size } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var keys = new List<string[]>();
        while (await reader.ReadAsync(cancellation))
            keys.Add(reader.GetFieldValue<string[]>(0));
        return keys;
    }

    private static async Task<FloorPage> Page(
        NpgsqlConnection connection, string runId, string[] keys, CancellationToken cancellation)
    {
        var copies = new List<(string, byte[])>();
        var accounts = await Accounts(connection, keys, cancellation);
        var rowCount = (long)accounts.Count;
        foreach (var (table, rows, order) in Tables)
        {
            var condition = $"account_key between '{keys[0]}' and '{keys[^1]}' and "
                + string.Format(CultureInfo.InvariantCulture, rows, $"'{runId}'");
            copies.Add((table, await Copy(
                connection, $"select * from {table} where {condition} order by {order}", cancellation)));
            await using var count = new NpgsqlCommand($"select count(*) from {table} where {condition}", connection);
            rowCount += (long)(await count.ExecuteScalarAsync(cancellation))!;
        }
        return new FloorPage(keys[^1], copies, accounts, rowCount);
    }

    private static async Task<byte[]> Copy(NpgsqlConnection connection, string select, CancellationToken cancellation)
    {
        await using var stream = await connection.BeginRawBinaryCopyAsync(
            $"copy ({select}) to stdout (format binary)", cancellation);
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory, cancellation);
        return memory.ToArray();
    }

    private static async Task<FloorAccounts> Accounts(
        NpgsqlConnection connection, string[] keys, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(SelectAccounts, connection)
        {
            Parameters = { new() { Value = keys } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var accounts = new FloorAccounts(
            keys, new long[keys.Length], new long[keys.Length], new DateTime[keys.Length], new byte[keys.Length][]);
        for (var i = 0; await reader.ReadAsync(cancellation); i++)
        {
            (accounts.Versions[i], accounts.Balances[i]) = (reader.GetInt64(0), reader.GetInt64(1));
            (accounts.IssuedOn[i], accounts.Links[i]) = (reader.GetDateTime(2), reader.GetFieldValue<byte[]>(3));
        }
        return accounts;
    }
}
