using Npgsql;

namespace BillingActors.Load.Floors;

/// <summary>
/// Reads the rows that work left behind into memory, page by page: in the order of keys, or in that of arrival and then
/// within a page by key.
/// </summary>
internal static class FloorPages
{
    private const string SelectAccounts = """
        select version, balance_minor, last_invoice_on::timestamp, last_invoice_version, link from account
        where account_key = any($1) order by account_key
        """;

    public static async Task<IReadOnlyList<FloorPage>> Read(
        string connectionString, FloorShape shape, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var pages = new List<FloorPage>();
        foreach (var keys in await Keys(connection, shape, cancellation))
            pages.Add(await Page(connection, shape, keys, cancellation));
        return pages;
    }

    /// <summary>Counts and hashes of all tables that are compared: equal for equal rows.</summary>
    public static async Task<string> Fingerprint(
        string connectionString, FloorShape shape, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(connectionString) { CommandTimeout = 0 });
        var parts = new List<string>();
        foreach (var table in shape.Compared)
        {
            await using var command = source.CreateCommand(
                $"select count(*) || '/' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) from {table} as t");
            parts.Add($"{table} {await command.ExecuteScalarAsync(cancellation)}");
        }
        return string.Join(", ", parts);
    }

    private static async Task<List<string[]>> Keys(
        NpgsqlConnection connection, FloorShape shape, CancellationToken cancellation)
    {
        if (!shape.Arrival.IsEmpty)
        {
            var flushes = shape.Arrival.Chunk(shape.PageSize);
            return [.. flushes.Select(static keys => keys.Order(StringComparer.Ordinal).ToArray())];
        }
        await using var command = new NpgsqlCommand(
            $"""
            select array_agg(account_key order by account_key) from (
                select account_key, (row_number() over (order by account_key) - 1) / $1 as page
                from ({shape.Accounts}) as worked
            ) as keys group by page order by page
            """,
            connection)
        {
            Parameters = { new() { Value = shape.PageSize } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var keys = new List<string[]>();
        while (await reader.ReadAsync(cancellation))
            keys.Add(reader.GetFieldValue<string[]>(0));
        return keys;
    }

    private static async Task<FloorPage> Page(
        NpgsqlConnection connection, FloorShape shape, string[] keys, CancellationToken cancellation)
    {
        var copies = new List<(string, byte[])>();
        var accounts = await Accounts(connection, keys, cancellation);
        var rowCount = (long)accounts.Count;
        foreach (var (table, rows, order, key) in shape.Added)
        {
            var condition = $"{key} = any('{{{string.Join(',', keys)}}}') and ({rows})";
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
            keys, new long[keys.Length], new long[keys.Length], new DateTime[keys.Length],
            new long[keys.Length], new byte[keys.Length][]);
        for (var i = 0; await reader.ReadAsync(cancellation); i++)
        {
            (accounts.Versions[i], accounts.Balances[i]) = (reader.GetInt64(0), reader.GetInt64(1));
            (accounts.IssuedOn[i], accounts.IssuedAt[i]) = (reader.GetDateTime(2), reader.GetInt64(3));
            accounts.Links[i] = reader.GetFieldValue<byte[]>(4);
        }
        return accounts;
    }
}
