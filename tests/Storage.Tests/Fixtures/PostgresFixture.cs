using System.Globalization;
using BillingActors.Storage.Migrations;
using BillingActors.Storage.Postgres;
using Npgsql;

namespace BillingActors.Storage.Tests.Fixtures;

/// <summary>
/// A fresh, migrated PostgreSQL database per test class. Without a server the tests fail: a promise that was not
/// checked is not kept.
/// </summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    public const string Variable = "BILLING_TEST_POSTGRES";

    private readonly string _name = $"billing_test_{Guid.NewGuid():N}";
    private PostgresDatabase? _database;

    public PostgresDatabase Database => _database!;

    public string ConnectionString { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await Administer($"create database {_name} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'");
        ConnectionString = new NpgsqlConnectionStringBuilder(Server) { Database = _name }.ConnectionString;
        _database = new PostgresDatabase(ConnectionString);
        await Migrator.Run(_database, CancellationToken.None);
    }

    /// <summary>Runs raw SQL; answers the first value as a number, 0 for none.</summary>
    public async Task<long> Sql(string sql)
    {
        await using var command = Database.Source.CreateCommand(sql);
        var value = await command.ExecuteScalarAsync();
        return Convert.ToInt64(value is null or DBNull ? 0L : value, CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
            await _database.DisposeAsync();
        await Administer($"drop database if exists {_name} with (force)");
    }

    private static string Server => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server
        ? server
        : throw new InvalidOperationException(
            $"Set {Variable} to the connection string of a PostgreSQL superuser; these tests never skip.");

    private static async Task Administer(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server)
        {
            Pooling = false,
        }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
