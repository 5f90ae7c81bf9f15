using BillingActors.Storage;
using Npgsql;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>The approved market in PostgreSQL; without a server the tests fail, they never skip.</summary>
public sealed class PostgresMarket : ApprovedMarket
{
    private const string Variable = "BILLING_TEST_POSTGRES";

    private readonly string _name = $"billing_market_{Guid.NewGuid():N}";
    private readonly List<string> _copies = [];

    private static string Server => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server
        ? server
        : throw new InvalidOperationException(
            $"Set {Variable} to the connection string of a PostgreSQL superuser; these tests never skip.");

    public override async Task<StorageOptions> Copy()
    {
        var copy = $"{_name}_{_copies.Count}";
        _copies.Add(copy);
        // The server may not have noticed yet that the program of the template is gone.
        await Administer($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{_name}'");
        await Administer($"create database {copy} template {_name}");
        return At(copy);
    }

    protected override async Task<StorageOptions> Make()
    {
        await Administer($"create database {_name} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'");
        return At(_name);
    }

    protected override async Task Clean()
    {
        foreach (var database in _copies.Append(_name))
            await Administer($"drop database if exists {database} with (force)");
    }

    private static StorageOptions At(string database) => new()
    {
        Provider = StorageOptions.Postgres,
        ConnectionString = new NpgsqlConnectionStringBuilder(Server) { Database = database }.ConnectionString,
    };

    private static async Task Administer(string sql)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(CancellationToken.None);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }
}
