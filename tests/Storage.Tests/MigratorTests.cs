using System.Collections.Immutable;
using BillingActors.Storage.Migrations;
using BillingActors.Storage.Sqlite;
using BillingActors.Storage.Tests.Fixtures;

namespace BillingActors.Storage.Tests;

public sealed class MigratorTests(SqliteFixture sqlite, PostgresFixture postgres)
    : IClassFixture<SqliteFixture>, IClassFixture<PostgresFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_start_changes_nothing()
    {
        await Migrator.Run(sqlite.Database, Cancellation);
        await Migrator.Run(postgres.Database, Cancellation);
    }

    [Fact]
    public async Task Programs_that_start_together_apply_each_script_once()
    {
        ImmutableArray<MigrationScript> scripts =
            [.. Shipped("Sqlite"), new(9001, "twice", "create table twice(id integer primary key)")];
        await using var neighbour = new SqliteDatabase(sqlite.Database.Path);
        await Task.WhenAll(
            Migrator.Run(sqlite.Database, scripts, Cancellation), Migrator.Run(neighbour, scripts, Cancellation));

        scripts = [.. Shipped("Postgres"), new(9001, "twice", "create table twice(id integer primary key)")];
        await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Migrator.Run(postgres.Database, scripts, Cancellation)));
        await Forget();
    }

    [Fact]
    public async Task A_changed_script_is_refused()
    {
        var scripts = Shipped("Sqlite");
        ImmutableArray<MigrationScript> changed = [scripts[0] with { Sql = scripts[0].Sql + "-- later thought" }];

        var refused = await Assert.ThrowsAsync<MigrationException>(
            () => Migrator.Run(sqlite.Database, changed, Cancellation));

        Assert.Contains("was changed after it had been applied", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_database_is_refused()
    {
        var refused = await Assert.ThrowsAsync<MigrationException>(
            () => Migrator.Run(postgres.Database, ImmutableArray<MigrationScript>.Empty, Cancellation));

        Assert.Contains("newer than the program", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_that_fails_leaves_nothing()
    {
        ImmutableArray<MigrationScript> scripts =
            [.. Shipped("Postgres"), new(9002, "half", "create table half(id integer); select no_such_column")];

        await Assert.ThrowsAsync<Npgsql.PostgresException>(
            () => Migrator.Run(postgres.Database, scripts, Cancellation));

        await using var command = postgres.Database.Source.CreateCommand("select to_regclass('half')::text");
        Assert.Equal(DBNull.Value, await command.ExecuteScalarAsync(Cancellation));
    }

    private static ImmutableArray<MigrationScript> Shipped(string database) => MigrationScript.Of(database);

    private async Task Forget()
    {
        const string Sql = "drop table twice; delete from schema_migration where number = 9001";
        await sqlite.Database.Write(
            transaction =>
            {
                using var command = transaction.Connection!.CreateCommand();
                command.Transaction = transaction;
                command.CommandText = Sql;
                command.ExecuteNonQuery();
            },
            Cancellation);
        await using var command = postgres.Database.Source.CreateCommand(Sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
