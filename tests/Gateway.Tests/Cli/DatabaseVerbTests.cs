using BillingActors.Gateway.Tests.EndToEnd;
using Npgsql;

namespace BillingActors.Gateway.Tests.Cli;

/// <summary>What the owner of a database does once, as it is typed.</summary>
public sealed class DatabaseVerbTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("billing-cli-").FullName;

    private string Sqlite => Path.Combine(_directory, "billing.db");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task A_database_is_brought_to_the_schema_once_and_again_without_harm()
    {
        for (var time = 0; time < 2; time++)
        {
            var migrated = Ends(0, await CliProcess.Run("database", "migrate", "--sqlite", Sqlite));
            Assert.Equal("the schema is that of this program", Assert.Single(migrated.Lines));
        }
        Ends(0, await CliProcess.Run("verify", "--sqlite", Sqlite));
    }

    [Fact]
    public async Task Rights_are_of_PostgreSQL_alone_and_need_a_role()
    {
        var refused = Ends(4, await CliProcess.Run("database", "grant", "billing", "--sqlite", Sqlite));
        Assert.Contains("Only PostgreSQL has roles.", refused.Errors, StringComparison.Ordinal);
        Ends(4, await CliProcess.Run("database", "grant", "--sqlite", Sqlite));
        Assert.False(File.Exists(Sqlite));
    }

    [Fact]
    public async Task The_owner_migrates_and_grants_and_the_program_reads_history_and_changes_none_of_it()
    {
        var (database, role) = ($"cli_{Guid.NewGuid():N}", $"cli_role_{Guid.NewGuid():N}");
        await TestServer.Create(database);
        await TestServer.Run($"create role {role} login");
        try
        {
            var owner = TestServer.At(database).ConnectionString;
            Ends(0, await CliProcess.Run("database", "migrate", "--postgres", owner));
            var granted = Ends(0, await CliProcess.Run("database", "grant", role, "--postgres", owner));
            Assert.StartsWith(
                role + " may work with the tables, and may only read and add to ", Assert.Single(granted.Lines),
                StringComparison.Ordinal);
            Assert.Contains("account_event", granted.Output, StringComparison.Ordinal);

            Assert.Equal(true, await TestServer.Run(Right(role, "account_event", "insert"), database));
            Assert.Equal(false, await TestServer.Run(Right(role, "account_event", "update"), database));
            Assert.Equal(true, await TestServer.Run(Right(role, "account", "update"), database));
            foreach (var unfit in (string[])["nobody_" + role, "a role"])
            {
                var answer = await CliProcess.Run("database", "grant", unfit, "--postgres", owner);
                Assert.Equal(4, answer.ExitCode);
                Assert.DoesNotContain("   at ", answer.Errors, StringComparison.Ordinal);
            }
        }
        finally
        {
            NpgsqlConnection.ClearAllPools();
            await TestServer.Drop(database);
            await TestServer.Run($"drop role {role}");
        }
    }

    private static string Right(string role, string table, string right) =>
        $"select has_table_privilege('{role}', '{table}', '{right}')";

    private static CliResult Ends(int exitCode, CliResult result)
    {
        Assert.True(exitCode == result.ExitCode, $"{result.ExitCode}: {result.Output}{result.Errors}");
        return result;
    }
}
