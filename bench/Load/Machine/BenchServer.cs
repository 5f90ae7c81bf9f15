using Npgsql;

namespace BillingActors.Load.Machine;

/// <summary>The PostgreSQL server of a benchmark, with the databases made for it; they go when it ends.</summary>
internal sealed class BenchServer : IAsyncDisposable
{
    private const string SelectWal = """
        select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint, wal_sync from pg_stat_wal
        """;

    private readonly string _connectionString;
    private readonly NpgsqlDataSource _source;
    private readonly string _prefix = $"billing_bench_{Guid.NewGuid():N}"[..24];
    private readonly List<string> _databases = [];

    private BenchServer(string connectionString)
    {
        _connectionString = connectionString;
        _source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(connectionString) { CommandTimeout = 0, Pooling = false });
    }

    public static async Task<BenchServer> Connect(string connectionString, CancellationToken cancellation)
    {
        var server = new BenchServer(connectionString);
        await server.Ask("select version()", cancellation);
        return server;
    }

    /// <summary>Makes an empty database and answers how to connect to it.</summary>
    public async Task<string> Create(string name, CancellationToken cancellation)
    {
        await Run($"create database {Named(name)}", cancellation);
        return ConnectionTo(name);
    }

    /// <summary>Makes an exact copy: the same schema, indexes, constraints and rows. Nobody may be connected.</summary>
    public async Task<string> Copy(string connectionString, string name, CancellationToken cancellation)
    {
        var original = new NpgsqlConnectionStringBuilder(connectionString).Database!;
        NpgsqlConnection.ClearAllPools();
        await Run($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{original}'", cancellation);
        await Run($"create database {Named(name)} template {original}", cancellation);
        return ConnectionTo(name);
    }

    /// <summary>Drops a database before the end, so that rounds do not fill the disk.</summary>
    public async Task Drop(string connectionString, CancellationToken cancellation)
    {
        var database = new NpgsqlConnectionStringBuilder(connectionString).Database!;
        NpgsqlConnection.ClearAllPools();
        await Run($"drop database if exists {database} with (force)", cancellation);
        _databases.Remove(database);
    }

    /// <summary>Leaves the database as a night of rest would: statistics known, visibility set.</summary>
    public async Task Settle(string connectionString, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(connectionString) { CommandTimeout = 0, Pooling = false });
        await using var command = source.CreateCommand("vacuum analyze");
        await command.ExecuteNonQueryAsync(cancellation);
        await Checkpoint(cancellation);
    }

    /// <summary>Every measured part begins right after one, so that all pay the same full-page writes.</summary>
    public Task Checkpoint(CancellationToken cancellation) => Run("checkpoint", cancellation);

    public async Task<WalPosition> Wal(CancellationToken cancellation)
    {
        await using var command = _source.CreateCommand(SelectWal);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return new WalPosition(reader.GetInt64(0), reader.GetInt64(1));
    }

    /// <summary>The same with the flushes of sessions that have ended: they report them only then.</summary>
    public Task<WalPosition> WalOfAll(CancellationToken cancellation)
    {
        NpgsqlConnection.ClearAllPools();
        return Wal(cancellation);
    }

    public async Task<Durability> Durability(CancellationToken cancellation) => new(
        await Ask("show fsync", cancellation),
        await Ask("show synchronous_commit", cancellation),
        await Ask("show full_page_writes", cancellation));

    /// <summary>Asks for one value as text.</summary>
    public async Task<string> Ask(string sql, CancellationToken cancellation)
    {
        await using var command = _source.CreateCommand(sql);
        return (await command.ExecuteScalarAsync(cancellation))?.ToString() ?? "";
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        foreach (var database in _databases)
            await Run($"drop database if exists {database} with (force)", CancellationToken.None);
        await _source.DisposeAsync();
    }

    private string Named(string name)
    {
        var database = $"{_prefix}_{name}";
        _databases.Add(database);
        return database;
    }

    private string ConnectionTo(string name) =>
        new NpgsqlConnectionStringBuilder(_connectionString) { Database = $"{_prefix}_{name}" }.ConnectionString;

    private async Task Run(string sql, CancellationToken cancellation)
    {
        await using var command = _source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
