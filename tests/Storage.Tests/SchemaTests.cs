using System.Collections.Immutable;
using BillingActors.Storage.Migrations;
using BillingActors.Storage.Postgres;
using BillingActors.Storage.Sqlite;
using BillingActors.Storage.Tests.Fixtures;
using Npgsql;

namespace BillingActors.Storage.Tests;

/// <summary>How a database differs from the program, on both of them.</summary>
public sealed class SchemaTests(SqliteFixture sqlite, PostgresFixture postgres)
    : IClassFixture<SqliteFixture>, IClassFixture<PostgresFixture>
{
    private static readonly MigrationScript _later = new(9001, "later", "select 1");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_migrated_database_does_not_differ()
    {
        Assert.Empty(await new SqliteSchema(sqlite.Database).Differences(Cancellation));
        Assert.Empty(await new PostgresSchema(postgres.Database).Differences(Cancellation));
    }

    [Fact]
    public async Task A_migration_that_is_missing_is_named()
    {
        foreach (var found in await Compare(scripts => scripts.Add(_later)))
        {
            Assert.StartsWith(
                "The database lacks migration 9001 'later'", Assert.Single(found), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_migration_that_the_program_does_not_know_is_named()
    {
        foreach (var found in await Compare(scripts => scripts.RemoveAt(0)))
        {
            var difference = Assert.Single(found);
            Assert.StartsWith("The database has migration 0001 ", difference, StringComparison.Ordinal);
            Assert.Contains("newer than the program", difference, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_migration_that_was_changed_is_named()
    {
        foreach (var found in await Compare(scripts => scripts.SetItem(0, scripts[0] with { Sql = "select 2" })))
            Assert.StartsWith("Migration 0001 ", Assert.Single(found), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_nobody_migrated_lacks_everything()
    {
        var folder = Directory.CreateTempSubdirectory("billing-test-");
        await using (var file = new SqliteDatabase(Path.Combine(folder.FullName, "billing.db")))
            await AssertLacksAll(new SqliteSchema(file), "Sqlite");
        folder.Delete(recursive: true);
        await using var nowhere = new PostgresDatabase(
            new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { SearchPath = "nowhere" }.ConnectionString);
        await AssertLacksAll(new PostgresSchema(nowhere), "Postgres");
    }

    private static async Task AssertLacksAll(ISchema schema, string database)
    {
        var found = await schema.Differences(Cancellation);
        Assert.Equal(MigrationScript.Of(database).Length, found.Length);
        Assert.StartsWith("The database lacks migration 0001 ", found[0], StringComparison.Ordinal);
    }

    private async Task<ImmutableArray<string>[]> Compare(
        Func<ImmutableArray<MigrationScript>, ImmutableArray<MigrationScript>> change) =>
    [
        await new SqliteSchema(sqlite.Database, change(MigrationScript.Of("Sqlite"))).Differences(Cancellation),
        await new PostgresSchema(postgres.Database, change(MigrationScript.Of("Postgres"))).Differences(Cancellation),
    ];
}
