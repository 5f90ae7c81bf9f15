using BillingActors.Storage.Migrations;
using BillingActors.Storage.Postgres;
using BillingActors.Storage.Tests.Fixtures;
using Npgsql;

namespace BillingActors.Storage.Tests;

/// <summary>
/// What the role of a program cannot do, whoever holds its password. That it can do all it must, the engine's tests
/// prove: their silos run as this role.
/// </summary>
public sealed class PostgresRightsTests(PostgresFixture server) : IClassFixture<PostgresFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // A new table of this kind is listed here by hand.
    private static readonly string[] Tables =
    [
        "account_event", "accounting_period_event", "audit_entry", "audit_seal", "audit_seal_part", "bill_run_event",
        "invoice", "master_record", "posting",
    ];

    /// <summary>What is only ever added to.</summary>
    public static TheoryData<string> Appended => [.. Tables];

    [Fact]
    public async Task What_is_only_added_to_is_listed()
    {
        var granted = await PostgresRights.Grant(server.Database, TestServer.Worker, Cancellation);

        Assert.Equal(Tables, granted);
    }

    [Theory]
    [MemberData(nameof(Appended))]
    public async Task History_is_read_and_added_to_and_never_changed(string table)
    {
        string[] forbidden =
        [
            $"update {table} set ctid = ctid", $"delete from {table}", $"truncate {table}", $"drop table {table}",
            $"alter table {table} disable trigger append_only", $"alter table {table} disable trigger all",
            $"drop trigger append_only on {table}", $"create rule quiet as on insert to {table} do instead nothing",
            $"create trigger own before insert on {table} execute function refuse_change()",
            $"alter table {table} owner to {TestServer.Worker}", $"grant update on {table} to {TestServer.Worker}",
        ];
        Assert.Equal("", await CodeOf($"select * from {table} limit 0"));
        Assert.Equal("", await CodeOf($"insert into {table} select * from {table} limit 0"));
        foreach (var sql in forbidden)
        {
            var code = await CodeOf(sql);
            // A grant that nobody may give is a warning and changes nothing; a system column is no column to set.
            Assert.True(code is PostgresErrorCodes.InsufficientPrivilege || IsHarmless(sql, code), $"{sql}: {code}");
        }
        Assert.Equal(0, await server.Sql(
            $"select count(*) from (select has_table_privilege('{TestServer.Worker}', '{table}', kind) as may "
            + "from unnest(array['update', 'delete', 'truncate', 'trigger', 'references']) kind) x where may"));
    }

    [Theory]
    [InlineData("journal_line")]
    [InlineData("run_draft")]
    public async Task Views_are_read_and_nothing_else(string view)
    {
        Assert.Equal("", await CodeOf($"select * from {view} limit 0"));
        Assert.Equal(0, await server.Sql(
            $"select count(*) from (select has_table_privilege('{TestServer.Worker}', '{view}', kind) as may "
            + "from unnest(array['insert', 'update', 'delete']) kind) x where may"));
    }

    [Theory]
    [InlineData("create table mine(id integer)")]
    [InlineData("create function mine() returns integer language sql as 'select 1'")]
    [InlineData("create or replace function refuse_change() returns trigger language plpgsql as 'begin end'")]
    [InlineData("set session_replication_role = replica")]
    [InlineData("update schema_migration set checksum = ''")]
    [InlineData("create role other")]
    [InlineData("alter role billing_test_worker superuser")]
    public async Task Nothing_is_its_own(string sql) =>
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await CodeOf(sql));

    [Fact]
    public async Task It_starts_on_a_database_that_is_migrated_and_says_what_to_do_on_another()
    {
        await using var worker = new PostgresDatabase(server.WorkerConnectionString);
        await Migrator.Run(worker, Cancellation);

        var name = $"billing_test_{Guid.NewGuid():N}";
        await TestServer.Run($"create database {name} template template0");
        await using (var empty = new PostgresDatabase(TestServer.ToAsWorker(name)))
        {
            var refused = await Assert.ThrowsAsync<MigrationException>(() => Migrator.Run(empty, Cancellation));
            Assert.Contains("billing database migrate", refused.Message, StringComparison.Ordinal);
        }
        await TestServer.Drop(name);
    }

    [Fact]
    public async Task Who_may_do_everything_gets_no_rights()
    {
        var owner = new NpgsqlConnectionStringBuilder(server.ConnectionString).Username!;

        await Assert.ThrowsAsync<ArgumentException>(() =>
            PostgresRights.Grant(server.Database, owner, Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() =>
            PostgresRights.Grant(server.Database, "nobody; drop table account", Cancellation));
    }

    private static bool IsHarmless(string sql, string code) =>
        (sql.StartsWith("grant", StringComparison.Ordinal) && code.Length == 0)
        || (sql.StartsWith("update", StringComparison.Ordinal) && code == PostgresErrorCodes.FeatureNotSupported);

    private async Task<string> CodeOf(string sql)
    {
        await using var connection = new NpgsqlConnection(server.WorkerConnectionString + ";Pooling=false");
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        try
        {
            await command.ExecuteNonQueryAsync(Cancellation);
            return "";
        }
        catch (PostgresException refused)
        {
            return refused.SqlState;
        }
    }
}
