using System.Globalization;
using BillingActors.Storage.Sqlite;

namespace BillingActors.Storage.Tests.Fixtures;

/// <summary>A fresh, migrated SQLite file per test class.</summary>
public sealed class SqliteFixture : IAsyncLifetime
{
    private readonly DirectoryInfo? _folder;
    private readonly string _path;

    public SqliteFixture()
    {
        _folder = Directory.CreateTempSubdirectory("billing-test-");
        _path = Path.Combine(_folder.FullName, "billing.db");
        Database = new SqliteDatabase(_path);
    }

    private SqliteFixture(string path) => (_path, Database) = (path, new SqliteDatabase(path));

    public SqliteDatabase Database { get; }

    /// <summary>A file that exists and is another's to delete.</summary>
    public static SqliteFixture Of(string path) => new(path);

    public async ValueTask InitializeAsync() => await SqliteTemplates.Current.Copy(_path);

    /// <summary>Takes what a template of that kind holds; see <see cref="SqliteTemplates"/>.</summary>
    public async Task Initialize(string kind, Func<string, Task> fill) =>
        await SqliteTemplates.Current.Copy(_path, kind, fill);

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
        _folder?.Delete(recursive: true);
    }
}
