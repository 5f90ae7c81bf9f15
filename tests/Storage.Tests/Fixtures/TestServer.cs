using Npgsql;

namespace BillingActors.Storage.Tests.Fixtures;

/// <summary>
/// The PostgreSQL server of the tests. Without a server they fail: a promise that was not checked is not kept.
/// </summary>
internal static class TestServer
{
    public const string Variable = "BILLING_TEST_POSTGRES";

    /// <summary>Name and password of the role that is no owner.</summary>
    public const string Worker = "billing_test_worker";

    private static string Server => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server
        ? server
        : throw new InvalidOperationException(
            $"Set {Variable} to the connection string of a PostgreSQL superuser; these tests never skip.");

    public static string To(string database) =>
        new NpgsqlConnectionStringBuilder(Server) { Database = database }.ConnectionString;

    /// <summary>
    /// A connection of the role a program should have: it works with the tables, owns none, and changes no history.
    /// </summary>
    public static string ToAsWorker(string database) => new NpgsqlConnectionStringBuilder(Server)
    {
        Database = database,
        Username = Worker,
        Password = Worker,
    }.ConnectionString;

    /// <summary>Makes that role, once for the server; other test programs may do so in the same moment.</summary>
    public static async Task MakeWorker()
    {
        try
        {
            await Run($"create role {Worker} login password '{Worker}'");
        }
        catch (PostgresException fault) when (
            fault.SqlState is PostgresErrorCodes.DuplicateObject or PostgresErrorCodes.UniqueViolation)
        {
            // It is there.
        }
    }

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
