using System.Globalization;
using BillingActors.Storage.Migrations;
using BillingActors.Storage.Sqlite;

namespace BillingActors.Storage.Tests.Fixtures;

/// <summary>A fresh, migrated SQLite file per test class.</summary>
public sealed class SqliteFixture : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("billing-test-");

    public SqliteFixture() => Database = new SqliteDatabase(Path.Combine(_folder.FullName, "billing.db"));

    public SqliteDatabase Database { get; }

    public async ValueTask InitializeAsync() => await Migrator.Run(Database, CancellationToken.None);

    /// <summary>Runs raw SQL; answers the first value as a number, 0 for none.</summary>
    public Task<long> Sql(string sql) => Database.Write(
        transaction =>
        {
            using var command = transaction.Connection!.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = sql;
            return Convert.ToInt64(
                command.ExecuteScalar() is { } value and not DBNull ? value : 0L, CultureInfo.InvariantCulture);
        },
        CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
