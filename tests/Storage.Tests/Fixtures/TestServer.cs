using Npgsql;

namespace BillingActors.Storage.Tests.Fixtures;

/// <summary>
/// The PostgreSQL server of the tests. Without a server they fail: a promise that was not checked is not kept.
/// </summary>
internal static class TestServer
{
    public const string Variable = "BILLING_TEST_POSTGRES";

    private static string Server => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server
        ? server
        : throw new InvalidOperationException(
            $"Set {Variable} to the connection string of a PostgreSQL superuser; these tests never skip.");

    public static string To(string database) =>
        new NpgsqlConnectionStringBuilder(Server) { Database = database }.ConnectionString;

    public static Task Drop(string database) => Run($"drop database if exists {database} with (force)");

    public static async Task Run(string sql)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
