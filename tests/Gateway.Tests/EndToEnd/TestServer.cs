using Npgsql;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>The PostgreSQL server of these tests; without one they fail, they never skip.</summary>
internal static class TestServer
{
    private const string Variable = "BILLING_TEST_POSTGRES";

    private static string Address => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server
        ? server
        : throw new InvalidOperationException(
            $"Set {Variable} to the connection string of a PostgreSQL superuser; these tests never skip.");

    /// <summary>How to reach one of its databases.</summary>
    public static NpgsqlConnectionStringBuilder At(string database) => new(Address) { Database = database };

    public static Task Create(string database) =>
        Run($"create database {database} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'");

    public static Task Drop(string database) => Run($"drop database if exists {database} with (force)");

    /// <summary>Runs SQL as the server's administrator, or in one of its databases; gives the first value.</summary>
    public static async Task<object?> Run(string sql, string? database = null)
    {
        var settings = database is null ? new NpgsqlConnectionStringBuilder(Address) : At(database);
        settings.Pooling = false;
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(CancellationToken.None);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(CancellationToken.None);
    }
}
